import { campaigns as en } from './en/campaigns.ts';
import { useLanguage } from './language.ts';
import { type CampaignWords, campaigns as vi } from './vi/campaigns.ts';

const WORDS: Readonly<Record<'vi' | 'en', CampaignWords>> = { vi, en };

/** The words of campaigns and councils: they load with their pages. */
export function useCampaignWords(): CampaignWords {
  return WORDS[useLanguage()];
}
