import { Finding } from './Section.js';

/** A part of a page whose figures do not exist yet: what will be here, and what it rests on. */
export function ComingLater({ title, text }: { title: string; text: string }) {
  return (
    <Finding title={title}>
      <p className="note">{text}</p>
    </Finding>
  );
}
