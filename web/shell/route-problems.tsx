import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '#web/paths.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { ErrorPage } from '#web/ui/error-page.tsx';
import { useWords } from '#web/words/language.ts';

/** An address that leads nowhere. */
export function NotFound() {
  const { shell } = useWords();
  useEffect(() => {
    document.title = `${shell.notFound} · PAR-Index`;
  }, [shell]);
  return (
    <main>
      <EmptyState
        fills="page"
        title={shell.notFound}
        actions={<Link to={paths.dashboard}>{shell.toDashboard}</Link>}
      >
        {shell.notFoundWhy}
      </EmptyState>
    </main>
  );
}

/** A page whose data could not be had. */
export function LoadProblem({ error, reset }: { error: unknown; reset: () => void }) {
  return <ErrorPage problem={error} onRetry={reset} />;
}
