/* ---
title: A crash between two documents
difficulty: medium
teaches: A write to one document is atomic, writes to two are not unless they share a transaction, so what must change together belongs in one document.
expect:
  - "two documents: stock 9, 0 orders"
  - "one document: stock 10, 0 orders"
--- */
const collection = new Map();
const updateOne = async (id, change) => {
  const copy = structuredClone(collection.get(id));
  change(copy);
  collection.set(id, copy);
};

async function main() {
  collection.set('item', { stock: 10 });
  collection.set('orders', { list: [] });
  try {
    await updateOne('item', (item) => (item.stock -= 1));
    throw new Error('crash');
  } catch {
    const [item, orders] = [collection.get('item'), collection.get('orders')];
    console.log(`two documents: stock ${item.stock}, ${orders.list.length} orders`);
  }

  collection.set('item', { stock: 10, reservations: [] });
  try {
    await updateOne('item', (item) => {
      item.stock -= 1;
      throw new Error('crash');
    });
  } catch {
    const { stock, reservations } = collection.get('item');
    console.log(`one document: stock ${stock}, ${reservations.length} orders`);
  }
}

main();
