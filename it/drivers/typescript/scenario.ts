import { readFileSync } from 'node:fs';

/** One entry of the scenario list; without a method its name says what to do. */
export interface Scenario {
  readonly name: string;
  readonly method?: string;
  readonly params?: unknown;
}

/** The scenarios of this run. */
export function readScenarios(path: string): Scenario[] {
  return JSON.parse(readFileSync(path, 'utf8')) as Scenario[];
}

/** A setting that the harness gives. */
export function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`the environment has no ${name}; it/README.md says what a driver is given`);
  }
  return value;
}
