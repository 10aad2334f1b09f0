// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/httpsink.h"

#include <QTcpServer>

namespace sightglass::demo {

/// The far side of email: enough of an SMTP server (RFC 5321) to take a mail on a free port of 127.0.0.1. It
/// is told once per mail how to behave: it takes the mail after a while, declines its recipient (451), or
/// falls silent. For the thread that it lives in.
class SmtpSink
{
public:
    explicit SmtpSink(TreatRequest treat);

    /// The port, or 0 when none could be had.
    [[nodiscard]] std::uint16_t listen();

private:
    TreatRequest m_treat;
    QTcpServer m_server;
};

} // namespace sightglass::demo
