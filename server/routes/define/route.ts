// One declaration a route: what it is called with, who may call it, what it replies. Express, the checks of every
// request, openapi.json and the role matrix all read the same declaration.
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Role, SessionUser } from '../../contract/session.ts';

/** public: anyone · link: whoever has the link of a survey · signed-in: any role · else the roles named. */
export type Access = 'public' | 'link' | 'signed-in' | readonly Role[];
export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Schema = z.ZodType;
/** By status; null: no body. */
export type Replies = Readonly<Record<number, Schema | null>>;

type ParameterNames<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParameterNames<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;
export type PathParameters<Path extends string> = Readonly<Record<ParameterNames<Path>, string>>;

type ReplyOf<R extends Replies> = {
  [Status in keyof R]: { status: Status; body: R[Status] extends Schema ? z.input<R[Status]> : null };
}[keyof R];

type Output<S> = S extends Schema ? z.output<S> : undefined;

export interface Call<Path extends string, A extends Access, Q, B> {
  params: PathParameters<Path>;
  query: Output<Q>;
  body: Output<B>;
  viewer: A extends 'public' | 'link' ? undefined : SessionUser;
  request: Request;
  response: Response;
}

export interface RouteDeclaration<
  Path extends string,
  A extends Access,
  Q extends Schema | undefined,
  B extends Schema | undefined,
  R extends Replies,
> {
  method: Method;
  /** Below /api, with express's `:name`. */
  path: Path;
  summary: string;
  access: A;
  query?: Q;
  body?: B;
  /** `large` for survey sources and programmes: 5 MB instead of 100 kB; `file` for 5 MB in base64. */
  size?: 'usual' | 'large' | 'file';
  /** Replies also while the database is away. */
  withoutDatabase?: true;
  /** Content types of a reply that is no JSON. */
  produces?: readonly string[];
  reply: R;
  handler: (call: Call<Path, A, Q, B>) => Promise<ReplyOf<R>> | ReplyOf<R>;
}

export interface AnyReply {
  status: number;
  body: unknown;
}

/** A declaration as registered, its types forgotten. */
export interface Route {
  method: Method;
  path: string;
  summary: string;
  access: Access;
  query?: Schema | undefined;
  body?: Schema | undefined;
  size?: 'usual' | 'large' | 'file';
  withoutDatabase?: true;
  produces?: readonly string[];
  reply: Replies;
  handler: (call: Call<string, Access, Schema, Schema>) => Promise<AnyReply> | AnyReply;
}

export function route<
  const Path extends string,
  const A extends Access,
  R extends Replies,
  Q extends Schema | undefined = undefined,
  B extends Schema | undefined = undefined,
>(declaration: RouteDeclaration<Path, A, Q, B, R>): Route {
  return declaration as unknown as Route;
}

/** A file that is sent while it is made: nobody holds the whole of it. */
export class Download {
  constructor(
    /** Content-Type */
    readonly type: string,
    readonly name: string,
    readonly content: AsyncIterable<string | Uint8Array>,
  ) {}
}
/** The shape of a reply that is a file. */
export const download = z
  .instanceof(Download)
  .meta({ override: { type: 'string', format: 'binary' }, description: 'a file' });

export const ok = <T>(body: T) => ({ status: 200 as const, body });
export const created = <T>(body: T) => ({ status: 201 as const, body });
export const noContent = () => ({ status: 204 as const, body: null });
