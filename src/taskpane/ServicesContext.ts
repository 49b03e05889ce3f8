import { createContext, use } from 'react';
import type { Services } from '#app/services';

export const ServicesContext = createContext<Services | null>(null);

/** What the add-in can do. Only below App, which puts it there once Outlook has answered. */
export function useServices(): Services {
  const services = use(ServicesContext);
  if (services === null) throw new Error('Services are there only below App.');
  return services;
}
