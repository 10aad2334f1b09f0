// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace sightglass::demo {

struct MetricsBody
{
    QByteArray contentType;
    QByteArray body;
};

struct ServiceHealth
{
    bool good = true;
    /// Why the service takes nothing new; empty while it does.
    QString notReadyBecause;
    /// What else the health page tells.
    QJsonObject figures;
};

/// What a service has to tell on its status pages. For the thread with the event loop.
class StatusSource
{
public:
    virtual ~StatusSource() = default;

    /// All metrics as of now, in a format that the Accept header asks for as far as the service has it; none
    /// where instrumentation is switched off.
    [[nodiscard]] virtual std::optional<MetricsBody> metricsBody(const QByteArray &accept) = 0;
    [[nodiscard]] virtual ServiceHealth health() = 0;
};

} // namespace sightglass::demo
