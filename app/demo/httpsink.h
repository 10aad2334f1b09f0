// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/demo/faultmodel.h"

#include <QAbstractHttpServer>

#include <functional>

namespace sightglass::demo {

/// Decides about each request that reaches a sink.
using TreatRequest = std::function<Treatment(ActionType)>;

/// The far side of webhook, slack, sms and push: an HTTP server on a free port of 127.0.0.1 that takes a POST
/// to the path of an action's name and answers as it is told: 202, 503, or never. For the thread that it
/// lives in.
class HttpSink : public QAbstractHttpServer
{
public:
    explicit HttpSink(TreatRequest treat);

    /// The port, or 0 when none could be had.
    [[nodiscard]] std::uint16_t listen();

protected:
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;

private:
    TreatRequest m_treat;
};

} // namespace sightglass::demo
