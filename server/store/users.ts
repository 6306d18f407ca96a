import { randomUUID } from 'node:crypto';
import { collection, isDuplicate, Mixed, required } from './collection.ts';

export type Role = 'administrator' | 'coordinator' | 'evaluator';
/** Coordinator: programme and site. Evaluator: programme. Administrator: none. */
export interface Access {
  programme: string;
  site?: string;
}
export interface User {
  id: string;
  /** Lower case; unique. */
  email: string;
  name: string;
  role: Role;
  access: Access[];
  disabled: boolean;
  hasPassword: boolean;
  createdAt: string;
}
type Stored = Omit<User, 'id' | 'hasPassword'> & { _id: string; passwordHash?: string };
export type NewUser = Pick<User, 'email' | 'name' | 'role' | 'access'>;
export type UserChange = Partial<Pick<User, 'name' | 'role' | 'access' | 'disabled'>>;

const users = collection<Stored>(
  'users',
  {
    email: required(String),
    name: required(String),
    role: required(String),
    access: [Mixed],
    disabled: required(Boolean),
    passwordHash: String,
    createdAt: required(String),
  },
  [[{ email: 1 }, { unique: true }]],
);
const folded = (email: string) => email.trim().toLowerCase();

/** With the hash, for signing in alone. */
export async function findUserByEmail(email: string): Promise<(User & { passwordHash?: string }) | undefined> {
  const stored = await users.findOne({ email: folded(email) }).lean<Stored>();
  if (!stored) return undefined;
  return { ...read(stored), ...(stored.passwordHash && { passwordHash: stored.passwordHash }) };
}

export async function findUser(id: string): Promise<User | undefined> {
  const stored = await users.findById(id).lean<Stored>();
  return stored ? read(stored) : undefined;
}

/** @throws when there is none. */
export async function getUser(id: string): Promise<User> {
  const user = await findUser(id);
  if (!user) throw new Error(`no user ${id}`);
  return user;
}

/** By e-mail address. */
export async function listUsers(): Promise<User[]> {
  return (await users.find().sort({ email: 1 }).lean<Stored[]>()).map(read);
}

/** Whether anyone can sign in as administrator. */
export async function hasAdministrator(): Promise<boolean> {
  const administrators = await users.find({ role: 'administrator', disabled: false }).lean<Stored[]>();
  return administrators.some((each) => each.passwordHash !== undefined);
}

/** @returns undefined when the address is taken. */
export async function insertUser(user: NewUser, passwordHash?: string): Promise<User | undefined> {
  const { email, name, role, access } = user;
  const stored: Stored = {
    ...{ _id: randomUUID(), email: folded(email), name, role, access, disabled: false },
    ...(passwordHash && { passwordHash }),
    createdAt: new Date().toISOString(),
  };
  try {
    await users.insertMany([stored]);
    return read(stored);
  } catch (error) {
    if (isDuplicate(error)) return undefined;
    throw error;
  }
}

/** @returns undefined when there is no such user. */
export async function updateUser(id: string, change: UserChange): Promise<User | undefined> {
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length > 0) await users.updateOne({ _id: id }, { $set: given });
  return findUser(id);
}

export async function setPassword(id: string, passwordHash: string): Promise<void> {
  await users.updateOne({ _id: id }, { $set: { passwordHash } });
}

function read({ _id, passwordHash, ...rest }: Stored): User {
  return { id: _id, ...rest, hasPassword: passwordHash !== undefined };
}
