import { describe, expect, it } from '@jest/globals';
import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';
import { boundaries } from './boundaries.js';

/** Lints a file that would stand at `path`, by the import rules alone; gives the messages. */
function lint(path: string, code: string): string[] {
  const linter = new Linter({ cwd: process.cwd() });
  const language = { files: ['**/*.{ts,tsx}'], languageOptions: { parser: tseslint.parser as Linter.Parser } };
  return linter.verify(code, [language, ...(boundaries as Linter.Config[])], { filename: `${process.cwd()}/${path}` }).map(({ message }) => message);
}

const slice = 'services/training/src/gathering/record-attendance/record-attendance.ts';
const controller = slice.replace('.ts', '.controller.ts');

describe('the architecture of imports', () => {
  it.each([
    ['a service imports another service', 'services/training/src/index.ts', "import { rollout } from '@riggen/rollout';", 'never a service'],
    ['the gateway imports a service', 'services/gateway/src/index.ts', "import { rollout } from '@riggen/rollout';", 'never a service'],
    ['a library imports a service', 'libs/service/src/start-service.ts', "import { rollout } from '@riggen/rollout';", 'never a service'],
    ['a pure library imports Nest', 'libs/contracts/src/index.ts', "import { Module } from '@nestjs/common';", 'A pure library'],
    ['a pure library imports TypeORM', 'libs/event-sourcing/src/index.ts', "import { Entity } from 'typeorm';", 'A pure library'],
    ['a pure library imports pg', 'libs/statistics/src/index.ts', "import pg from 'pg';", 'A pure library'],
    ['a pure library imports NATS', 'libs/reference/src/index.ts', "import { connect } from '@nats-io/transport-node';", 'A pure library'],
    ['the portal imports another library than contracts', 'services/portal/src/main.tsx', "import { mean } from '@riggen/statistics';", 'contracts only'],
    ['a slice imports its sibling', slice, "import { x } from '../schedule-gathering/schedule-gathering.js';", 'sibling slices'],
    ['a controller imports a slice of another stream', controller, "import { x } from '../../survey/define-survey/define-survey.js';", 'sibling slices'],
    ['a service opens tables of its own', controller, "import { DataSource } from 'typeorm';", 'query slices only'],
    ['a service reads by pg', 'services/training/src/index.ts', "import pg from 'pg';", 'query slices only'],
    ['a service opens read models past its host', 'services/training/src/index.ts', "import { openReadModels } from '@riggen/projections';", 'query slices only'],
    ['a service answers NATS by itself', controller, "import { MessagePattern } from '@nestjs/microservices';", 'query slices only'],
    ['domain code imports a framework', slice, "import { Injectable } from '@nestjs/common';", 'no framework'],
    ['domain code imports the store', slice, "import { headOf } from '@riggen/event-store';", 'no framework'],
    ['domain code imports randomness', slice, "import { randomUUID } from 'node:crypto';", 'no framework'],
    ['domain code reads the clock', slice, 'export const now = new Date();', 'takes the time'],
    ['domain code reads the clock in another way', slice, 'export const now = Date.now();', 'takes the time'],
    ['domain code draws lots', slice, 'export const lot = Math.random();', 'no randomness'],
  ])('refuses that %s', (_, path, code, message) => {
    expect(lint(path, code)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    [slice, "import { attendanceRecorded } from '@riggen/contracts';\nimport { gathering } from '../gathering.js';"],
    [slice, "export const day = new Date('2025-03-03');"],
    [controller, "import { commandSlice } from '@riggen/service';\nimport { x } from './record-attendance.js';"],
    ['services/riggen/src/launch.ts', "import { training } from '@riggen/training';"],
    ['services/portal/src/main.tsx', "import type { PilotPage } from '@riggen/contracts';"],
    ['libs/messaging/src/relay.ts', "import pg from 'pg';"],
  ])('allows what the design has in %s', (path, code) => {
    expect(lint(path, code)).toEqual([]);
  });
});
