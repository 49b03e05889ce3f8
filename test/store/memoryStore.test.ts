import { memoryStore } from '#store/memoryStore';
import { contactStoreSuite } from '../suites/contactStoreSuite';

contactStoreSuite('in memory', async () => ({ store: memoryStore(() => 1) }));
