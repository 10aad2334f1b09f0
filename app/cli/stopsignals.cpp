// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stopsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstring>

namespace sightglass {

namespace {

constexpr int stopSignals[] = {SIGTERM, SIGINT, SIGHUP};

/// A signal handler has nothing else to go by.
std::atomic<int> wakeEnd = -1;

extern "C" void onStopSignal(int number)
{
    const char byte = 1;
    const int end = wakeEnd.load();
    if (end < 0 || ::write(end, &byte, 1) != 1)
        std::_Exit(128 + number);
}

void setHandler(void (*handler)(int), int flags)
{
    struct sigaction action;
    std::memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    for (const int number : stopSignals)
        sigaction(number, &action, nullptr);
}

} // namespace

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    if (::pipe(m_ends) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        QCoreApplication::quit();
    });
    wakeEnd = m_ends[1];
    // The default action is back for the second one.
    setHandler(onStopSignal, static_cast<int>(SA_RESETHAND) | SA_RESTART);
}

StopSignals::~StopSignals()
{
    if (wakeEnd.exchange(-1) < 0)
        return;
    setHandler(SIG_DFL, 0);
    m_notifier.reset();
    ::close(m_ends[0]);
    ::close(m_ends[1]);
}

} // namespace sightglass
