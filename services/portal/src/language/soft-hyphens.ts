/** Long words carry soft hyphens for narrow columns; screen readers may stumble over them. */
export const withoutSoftHyphens = (text: string) => text.replaceAll('\u00ad', '');
