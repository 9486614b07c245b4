import 'i18next';
import type nb from '../messages/nb.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof nb };
  }
}
