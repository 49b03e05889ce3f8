/** The page in the sign-in window; a piece of its own, since the window loads nothing else of the pane. */
export const signInPage = {
  leaving: 'Going to Microsoft\'s sign-in page …',
  told: 'Done. This window closes by itself.',
  nobody: 'The pane that asked for this is not there any more. Close this window and try again in Outlook.',
  defect: 'This window was built wrongly. Close it and tell your administrator.',
};
