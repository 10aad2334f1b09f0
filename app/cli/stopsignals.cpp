// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stopsignals.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>

namespace sightglass {

namespace {

constexpr int stopSignals[] = {SIGTERM, SIGINT, SIGHUP};
constexpr char stopByte = 1;
constexpr char reloadByte = 2;

/// A signal handler has nothing else to go by.
std::atomic<int> wakeEnd = -1;

extern "C" void onStopSignal(int number)
{
    const int end = wakeEnd.load();
    if (end < 0 || ::write(end, &stopByte, 1) != 1)
        std::_Exit(128 + number);
}

extern "C" void onReloadSignal(int)
{
    const int before = errno;
    // Where the pipe is full, enough are waiting.
    static_cast<void>(::write(wakeEnd.load(), &reloadByte, 1) == 1);
    errno = before;
}

void setHandler(int number, void (*handler)(int), int flags)
{
    struct sigaction action;
    std::memset(&action, 0, sizeof action);
    action.sa_handler = handler;
    action.sa_flags = flags;
    sigaction(number, &action, nullptr);
}

void setHandlers(void (*handler)(int), int flags)
{
    for (const int number : stopSignals)
        setHandler(number, handler, flags);
}

} // namespace

StopSignals::StopSignals(HangUp hangUp, QObject *parent)
    : QObject(parent)
{
    if (::pipe2(m_ends, O_NONBLOCK | O_CLOEXEC) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(m_ends[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::onSignal);
    wakeEnd = m_ends[1];
    // The default action is back for the second one.
    setHandlers(onStopSignal, static_cast<int>(SA_RESETHAND) | SA_RESTART);
    if (hangUp == HangUp::Reloads)
        setHandler(SIGHUP, onReloadSignal, SA_RESTART);
}

void StopSignals::onSignal()
{
    char bytes[64];
    bool stops = false;
    bool reloads = false;
    for (ssize_t got = 0; (got = ::read(m_ends[0], bytes, sizeof bytes)) > 0;) {
        const auto end = bytes + got;
        stops = stops || std::find(bytes, end, stopByte) != end;
        reloads = reloads || std::find(bytes, end, reloadByte) != end;
    }
    if (reloads && !stops)
        emit reloadWanted();
    if (!stops)
        return;
    m_notifier->setEnabled(false);
    QCoreApplication::quit();
}

StopSignals::~StopSignals()
{
    if (wakeEnd < 0)
        return;
    setHandlers(SIG_DFL, 0);
    wakeEnd = -1;
    m_notifier.reset();
    ::close(m_ends[0]);
    ::close(m_ends[1]);
}

} // namespace sightglass
