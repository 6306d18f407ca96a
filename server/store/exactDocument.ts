// A stored document as the driver can store it again, byte for byte.
import mongoose, { type mongo } from 'mongoose';

const { BSON } = mongoose.mongo;
const keepTypes = { promoteValues: false, promoteLongs: false, promoteBuffers: false, bsonRegExp: true };
const [documentType, arrayType] = [3, 4];

/** Usually an object. Where a JavaScript object can't keep it (names like "2" change places), a Map of the same elements. */
export function exactDocument(bytes: Uint8Array): mongo.Document {
  const object = BSON.deserialize(bytes, keepTypes);
  return Buffer.compare(BSON.serialize(object), bytes) === 0 ? object : mapOf(bytes);
}

function mapOf(bytes: Uint8Array): Map<string, unknown> {
  const map = new Map<string, unknown>();
  for (const [type, nameAt, nameLength, at, length] of BSON.onDemand.parseToElements(bytes)) {
    const name = Buffer.from(bytes.subarray(nameAt, nameAt + nameLength)).toString('utf8');
    map.set(name, elementOf(type, bytes.subarray(at, at + length)));
  }
  return map;
}

function elementOf(type: number, bytes: Uint8Array): unknown {
  if (type === documentType) return mapOf(bytes);
  if (type === arrayType) return [...mapOf(bytes).values()];
  const alone = Buffer.concat([Buffer.alloc(4), Buffer.from([type, 0x76, 0]), bytes, Buffer.alloc(1)]);
  alone.writeInt32LE(alone.length);
  return BSON.deserialize(alone, keepTypes).v;
}
