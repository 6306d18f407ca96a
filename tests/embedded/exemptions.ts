// Where the second engine (DocumentDB) is itself known to differ from MongoDB: pattern of the case's name, and what it does.
export const exemptions: [pattern: RegExp, reason: string][] = [
  [
    /"\$set":\{"c":1,"a":1,"b":1\}|"\$set":\{"b":1\},"\$inc":\{"a":1\}|^upsert takes the fixed values of the filter/,
    'new fields keep the order given; MongoDB sorts them',
  ],
  [/^updateOne takes the first in insertion order|^natural order is/, 'it scans by _id; MongoDB in order of insertion'],
  [/"a\.\.b":1/, 'an empty name within a path is code 2; MongoDB 56'],
  [/"\$bad":1/, 'a $-name as path is code 2; MongoDB 52'],
  [/"\$pull":\{"a":"\/\^x\/"\}/, '$pull by regular expression removes nothing'],
  [/\{"a":1\} \{"\$set":\{"a\.\$\[\]":1\}\}/, '$[] on a number is code 28; MongoDB 2'],
  [/"\$surprise":1\}\}\}\]$/, 'an unknown expression is code 31325 everywhere; MongoDB 168 in $group'],
  [/"a":0,"(l|b)":1/, 'inclusion in an exclusion is code 31254; MongoDB 31253'],
  [/"\$project":\{\}/, 'an empty $project is accepted; MongoDB refuses it with 51272'],
  [/"site":"q"\}\},\{"\$count"/, '$count of nothing gives 0; MongoDB no document'],
  [/^sort: all types upwards/, '[] sorts after null; MongoDB below'],
  [/^distinct takes elements/, 'of two equal numbers it gives the later; MongoDB the first'],
  [/^a sort direction must be/, 'any sort direction is accepted; MongoDB refuses with 15975'],
  [/^an unknown option of/, 'an unknown option is code 2 or 40415; here 9, as older MongoDB has it'],
  [/^a negative skip/, 'a negative skip is code 5107200; MongoDB 51024'],
  [/^an array cannot be _id/, 'an array as _id is code 2; MongoDB 53'],
  [/^an index over parallel arrays/, 'parallel arrays are accepted; MongoDB refuses with 171'],
  [/"\$unset":\{"a\.\$\[\]":1\}/, '$unset through $[] of a missing array does nothing; MongoDB refuses it with 2'],
];
