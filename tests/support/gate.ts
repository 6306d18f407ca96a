// A gate between the product and its database, to send the database away in each of the manners that networks know.
import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type NetConnectOpts, type Socket } from 'node:net';
import { type Place, startPlace } from './place.ts';

/** refuse: nobody listens · hang: nothing comes back · reset: connections are cut as soon as they are made. */
export type Manner = 'refuse' | 'hang' | 'reset';

export interface Gate {
  /** The database behind the gate. */
  uri: string;
  /** The same database past the gate. */
  direct: string;
  goAway(manner: Manner): Promise<void>;
  comeBack(): Promise<void>;
  /** Lets through what contains the text, but cuts the connection instead of its reply, once. */
  loseReplyTo(text: string): void;
  /** Whether that is yet to come. */
  isLosing(): boolean;
  /** Connections to the gate that are open now. */
  connections(): number;
  close(): Promise<void>;
}

export const startGate = async (): Promise<Gate> => {
  const place = await startPlace();
  const target = targetOf(place);
  const pairs = new Set<readonly [Socket, Socket]>();
  let manner: Manner | undefined;
  let losing: string | undefined;

  const cut = () => {
    for (const [client, server] of pairs) {
      client.resetAndDestroy();
      server.destroy();
    }
  };
  const server = createServer((client) => {
    client.on('error', () => client.destroy());
    if (manner === 'reset') return void client.resetAndDestroy();
    const behind = createConnection(target);
    const pair = [client, behind] as const;
    let losesReply = false;
    pairs.add(pair);
    client.on('data', (chunk: Buffer) => {
      if (losing !== undefined && chunk.includes(losing)) {
        losing = undefined;
        losesReply = true;
      }
      if (manner !== 'hang') behind.write(chunk);
    });
    behind.on('data', (chunk: Buffer) => {
      if (losesReply) client.resetAndDestroy();
      else if (manner !== 'hang') client.write(chunk);
    });
    behind.on('error', () => client.destroy());
    const closed = () => {
      pairs.delete(pair);
      client.destroy();
      behind.destroy();
    };
    client.on('close', closed);
    behind.on('close', closed);
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;

  const goAway = async (how: Manner) => {
    manner = how;
    if (how === 'hang') return;
    if (how === 'refuse') server.close();
    cut();
  };
  const comeBack = async () => {
    // What was swallowed meanwhile is lost: such connections cannot go on.
    if (manner === 'hang') cut();
    manner = undefined;
    if (!server.listening) await listen(port);
  };
  return {
    uri: gateUri(place, port),
    direct: place.uri,
    goAway,
    comeBack,
    loseReplyTo: (text) => {
      losing = text;
    },
    isLosing: () => losing !== undefined,
    connections: () => pairs.size,
    close: async () => {
      server.close();
      cut();
      await place.leave();
    },
  };
};

const gateUri = ({ uri, name }: Place, port: number): string => {
  const url = new URL(uri.startsWith('mongodb://%') ? `mongodb://host/${name}` : uri);
  url.host = `127.0.0.1:${port}`;
  // The servers of a replica set tell their own addresses, past the gate.
  url.searchParams.delete('replicaSet');
  url.searchParams.set('directConnection', 'true');
  return url.href;
};

const targetOf = ({ uri }: Place): NetConnectOpts => {
  const host = decodeURIComponent(/^mongodb:\/\/([^/]+)\//.exec(uri)?.[1] ?? '');
  if (host.startsWith('/')) return { path: host };
  const { hostname, port } = new URL(uri);
  return { host: hostname, port: Number(port || 27017) };
};
