import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { getCalendarFeed, problemOf } from '@riggen/contracts';
import { ServiceClient } from '@riggen/messaging';
import { randomUUID } from 'node:crypto';
import { byLink, Callers } from '../callers/callers.js';
import type { Request, Response } from '../http.js';
import { ProblemException } from './problem.filter.js';
import { languageOf } from './request-context.js';

/** The calendar feed under a person's secret address: calendars cannot sign in. The address is logged nowhere. */
@Controller('api/calendar')
export class CalendarController {
  constructor(
    @Inject(ServiceClient) private readonly services: ServiceClient,
    @Inject(Callers) private readonly callers: Callers,
  ) {}

  @Get(':file')
  async calendar(@Param('file') file: string, @Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    const [correlationId, language] = [randomUUID(), languageOf(request)];
    // An address that cannot be one is answered like one that is not open.
    const notFound = () => new ProblemException(problemOf({ reason: 'not-found', params: {} }, language, correlationId));
    const input = getCalendarFeed.input.safeParse({ token: /^(.*)\.ics$/.exec(file)?.[1] });
    if (!input.success) throw notFound();
    const reply = await this.services.query(getCalendarFeed, { correlationId, language, caller: this.callers.signed(byLink), input: input.data });
    if (reply.outcome === 'refused') throw new ProblemException(reply.problem);
    const { calendar } = getCalendarFeed.output.parse(reply.output);
    if (calendar === null) throw notFound();
    response.setHeader('content-type', 'text/calendar; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    return calendar;
  }
}
