// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/deadlinesocket.h"

namespace sightglass::demo {

struct Mail
{
    std::string recipient;
    std::string subject;
    std::string text;
};

/// Sends one mail through an SMTP server on this machine (RFC 5321: EHLO, MAIL, RCPT, DATA, QUIT), on a
/// connection of its own. Rejected when the server answers any step with another code than expected.
[[nodiscard]] NetOutcome sendMail(std::uint16_t port, const Mail &mail, TimePoint deadline,
                                  const StopSignal &stop);

} // namespace sightglass::demo
