type EventSealTable = {
  unit_id: string;
  seq: number;
  event_id: string;
  hash: string;
};

type EventHeadTable = {
  unit_id: string;
  seq: number;
  hash: string;
};

export type EventTables = {
  event_head: EventHeadTable;
  event_seal: EventSealTable;
};
