/** What became of a seat at a gathering, or of a part of a person's training; the word stands in the table's head or the key. */
export type Mark = 'full' | 'madeUp' | 'half' | 'absent' | 'open' | 'missing' | 'none';

/** One mark a person: filled, framed for what was made up, half, crossed out, a dashed ring for who waits, a cross for what is missing. */
export function SeatMark({ mark, label }: { mark: Mark; label?: string }) {
  return (
    <svg className={`seat-mark seat-${mark}`} width="16" height="16" viewBox="0 0 16 16" {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}>
      {mark === 'full' && <rect x="1" y="1" width="14" height="14" />}
      {mark === 'madeUp' && (
        <>
          <rect className="seat-frame" x="1.75" y="1.75" width="12.5" height="12.5" />
          <rect x="4.5" y="4.5" width="7" height="7" />
        </>
      )}
      {mark === 'half' && (
        <>
          <rect className="seat-frame" x="1.75" y="1.75" width="12.5" height="12.5" />
          <path d="M1 15V1h14z" />
        </>
      )}
      {mark === 'absent' && (
        <>
          <rect className="seat-frame" x="1.75" y="1.75" width="12.5" height="12.5" />
          <path className="seat-line" d="M3 13 13 3" />
        </>
      )}
      {mark === 'open' && <circle className="seat-ring" cx="8" cy="8" r="6" />}
      {mark === 'missing' && <path className="seat-line" d="m3 3 10 10M13 3 3 13" />}
      {mark === 'none' && <path className="seat-line" d="M5 8h6" />}
    </svg>
  );
}

/** A row of marks, which says in words how many there are of each. */
export function SeatRow({ marks, label }: { marks: readonly Mark[]; label: string }) {
  return (
    <span className="seat-row" role="img" aria-label={label}>
      {marks.map((mark, index) => (
        <SeatMark key={index} mark={mark} />
      ))}
    </span>
  );
}
