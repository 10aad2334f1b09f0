// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/stopsignal.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <system_error>

namespace sightglass::demo {

StopSignal::StopSignal()
    : m_descriptor(eventfd(0, EFD_CLOEXEC))
{
    if (m_descriptor < 0)
        throw std::system_error(errno, std::generic_category(), "eventfd");
}

StopSignal::~StopSignal()
{
    close(m_descriptor);
}

void StopSignal::raise() noexcept
{
    eventfd_write(m_descriptor, 1);
}

bool StopSignal::waitFor(Milliseconds time) const noexcept
{
    pollfd entry{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    return poll(&entry, 1, static_cast<int>(time.count())) > 0;
}

} // namespace sightglass::demo
