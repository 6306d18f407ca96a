// Round every page of the signed-in: where one is, what one's role does, and the way out.
import { Burger, Button, AppShell as Frame, Group, NavLink, ScrollArea, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useLocation, useMatch, useNavigate } from 'react-router';
import { useProgrammes } from '../api/programmes.ts';
import { type CurrentSession, useSession, useSignOut } from '../api/session.ts';
import { heldAddress } from './handover.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Loading } from './Loading.tsx';
import { isWithin, linksFor } from './navigation.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { useText } from './useText.ts';

export const AppShell = () => {
  const session = useSession();
  const { pathname, search } = useLocation();
  if (session.isPending) return <Loading />;
  // A page with something unsaved is not taken down because the server does not answer for a moment.
  if (session.isLoadingError) return <ProblemNotice error={session.error} onAgain={() => session.refetch()} />;
  if (!session.data) return <Navigate to="/sign-in" replace state={{ from: pathname + search }} />;
  const held = heldAddress();
  if (held && held !== pathname) return <Navigate to={held} replace />;
  return <SignedIn session={session.data} />;
};

const SignedIn = ({ session }: { session: CurrentSession }) => {
  const { t } = useTranslation();
  const [opened, menu] = useDisclosure(false);
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  // A new page is announced and starts at its top; the menu of a narrow screen closes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is what changes
  useEffect(() => {
    menu.close();
    window.scrollTo(0, 0);
    main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return (
    <Frame
      header={{ height: 56 }}
      navbar={{ width: 224, breakpoint: 'sm', collapsed: { mobile: !opened } }}
      padding="md"
    >
      <Frame.Header>
        <a className="skip" href="#content">
          {t('skip')}
        </a>
        <Group h="100%" px="md" justify="space-between" wrap="nowrap">
          <Group gap="xs" wrap="nowrap">
            <Burger opened={opened} onClick={menu.toggle} hiddenFrom="sm" size="sm" aria-label={t('menu')} />
            <Text component={Link} to="/" fw={700} c="pine.8" td="none">
              {t('brand')}
            </Text>
          </Group>
          <LanguageSwitch />
        </Group>
      </Frame.Header>
      <Frame.Navbar p="xs" aria-label={t('menu')}>
        <Navigation session={session} />
      </Frame.Navbar>
      <Frame.Main id="content" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Frame.Main>
    </Frame>
  );
};

const Navigation = ({ session }: { session: CurrentSession }) => {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const programmes = useProgrammes();
  const text = useText();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const inProgramme = useMatch('/programmes/:slug/*')?.params.slug;
  const current = programmes.data?.find((each) => each.slug === inProgramme) ?? programmes.data?.[0];
  const links = linksFor(session.role, current?.slug);
  return (
    <>
      <Frame.Section grow component={ScrollArea}>
        {(programmes.data?.length ?? 0) > 1 && current && (
          <Select
            mb="xs"
            label={t('programmes')}
            allowDeselect={false}
            value={current.slug}
            data={(programmes.data ?? []).map((each) => ({ value: each.slug, label: text(each.title) }))}
            onChange={(slug) =>
              slug && navigate(`/programmes/${slug}/${session.role === 'coordinator' ? 'people' : 'goals'}`)
            }
          />
        )}
        {links.map(({ to, label }) => (
          <NavLink key={to} component={Link} to={to} label={t(label)} active={isWithin(pathname, to)} />
        ))}
      </Frame.Section>
      <Frame.Section>
        <Stack gap={4} p="xs">
          <Text size="sm" fw={600}>
            {session.user.name}
          </Text>
          <Text size="xs" className="quiet">
            {t(session.role)}
          </Text>
          <Button variant="subtle" size="compact-sm" justify="start" px={0} onClick={() => signOut.mutate(undefined)}>
            {t('signOut')}
          </Button>
        </Stack>
      </Frame.Section>
    </>
  );
};
