import { useId, useState } from 'react';
import type { HiddenReason } from '../figures/published-figure.js';
import { useLanguage } from '../language/useLanguage.js';

/** Which hidden figure of a row has its reason open below. */
export interface OpenReason {
  noteId: string;
  openName: string | undefined;
  reason: HiddenReason | undefined;
  toggle(name: string, reason: HiddenReason): void;
}

export function useOpenReason(): OpenReason {
  const noteId = useId();
  const [open, setOpen] = useState<{ name: string; reason: HiddenReason }>();
  return {
    noteId,
    openName: open?.name,
    reason: open?.reason,
    toggle: (name, reason) => setOpen(open?.name === name ? undefined : { name, reason }),
  };
}

interface SuppressedProps {
  name: string;
  reason: HiddenReason;
  open: OpenReason;
}

/** A figure that is not shown, for a reason that is one tap away. */
export function Suppressed({ name, reason, open }: SuppressedProps) {
  const { t } = useLanguage();
  const expanded = open.openName === name;
  return (
    <button
      type="button"
      className="suppressed"
      aria-label={t('figure.whyHidden', { name })}
      aria-expanded={expanded}
      aria-controls={expanded ? open.noteId : undefined}
      onClick={() => open.toggle(name, reason)}
    >
      :
    </button>
  );
}

export function SuppressionNote({ open }: { open: OpenReason }) {
  const { t } = useLanguage();
  if (!open.reason) return null;
  return (
    <p id={open.noteId} className="note">
      <b>{t('figure.why')}</b> {t(`figure.reason.${open.reason}`)}
    </p>
  );
}
