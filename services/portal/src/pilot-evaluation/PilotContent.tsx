import { Columns, Section } from '../components/Section.js';
import { ChildContact } from './ChildContact.js';
import { ContactForms } from './ContactForms.js';
import { Formats } from './Formats.js';
import { Gatherings } from './Gatherings.js';
import { KeyFigures } from './KeyFigures.js';
import type { PilotPage } from './pilot-page.js';
import { SidePair } from './SidePair.js';
import { Supervision } from './Supervision.js';
import { Tools } from './Tools.js';

export function PilotContent({ page }: { page: PilotPage }) {
  return (
    <>
      <KeyFigures page={page} />
      <Section heavy>
        <Columns>
          <SidePair page={page} pair="families" />
          <SidePair page={page} pair="aftercare" />
        </Columns>
      </Section>
      <Section>
        <Tools page={page} />
      </Section>
      <Section>
        <Columns>
          <ChildContact page={page} />
          <ContactForms page={page} />
        </Columns>
      </Section>
      <Section>
        <Formats page={page} />
      </Section>
      <Section>
        <Gatherings page={page} />
      </Section>
      <Section>
        <Supervision page={page} />
      </Section>
    </>
  );
}
