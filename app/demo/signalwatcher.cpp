// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/signalwatcher.h"

#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace sightglass::demo {

SignalWatcher::SignalWatcher(std::function<void(int)> handle)
    : m_handle(std::move(handle))
{
    sigset_t blocked;
    sigemptyset(&blocked);
    for (const int number : {SIGINT, SIGTERM, SIGUSR1})
        sigaddset(&blocked, number);
    pthread_sigmask(SIG_BLOCK, &blocked, nullptr);
    m_descriptor = signalfd(-1, &blocked, SFD_CLOEXEC | SFD_NONBLOCK);
    m_notifier = std::make_unique<QSocketNotifier>(m_descriptor, QSocketNotifier::Read);
    QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(),
                     [this] { readSignal(); });
}

SignalWatcher::~SignalWatcher()
{
    m_notifier.reset();
    close(m_descriptor);
}

void SignalWatcher::readSignal()
{
    signalfd_siginfo info{};
    while (read(m_descriptor, &info, sizeof info) == static_cast<ssize_t>(sizeof info))
        m_handle(static_cast<int>(info.ssi_signo));
}

} // namespace sightglass::demo
