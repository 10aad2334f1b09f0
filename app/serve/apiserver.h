// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/serveoptions.h"
#include "model/api/apistate.h"
#include "model/core/clock.h"
#include "model/scrape/collectortick.h"
#include "model/scrape/configuredtargets.h"
#include "model/storage/head.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <vector>

namespace sightglass {

class Listener;

/// The Prometheus HTTP API over what a collector knows, read-only, on a thread of its own. Made and used on
/// one thread: the command line's or the window's, whose settings may make one and throw it away again.
///
/// Nothing here decides who may ask: an address that is not loopback is the caller's to allow.
class ApiServer : public QObject
{
    Q_OBJECT

public:
    /// Does not listen yet. `retention` is what the store keeps, for status pages.
    ApiServer(ServeOptions options, std::shared_ptr<const Clock> clock, const Retention &retention,
              QObject *parent = nullptr);
    /// Hangs up on everybody and ends running queries, within a query's checkpoint.
    ~ApiServer() override;

    /// Begins to listen; once. Tells started() or failed().
    void start();

    /// What is asked for from now on. Cheap; for every tick.
    void setTick(const CollectorTick &tick);
    /// What configuration files drop, from the next tick on.
    void setDroppedTargets(const std::vector<DroppedTargets> &dropped);
    /// Who is told of alerts, from the next tick on.
    void setSenders(std::vector<ApiSender> senders);

    /// Where it listens: the port that was found after started(), 0 before where any was asked for.
    [[nodiscard]] const ListenAddress &address() const noexcept { return m_address; }

signals:
    void started();
    /// `reason` as the system words it.
    void failed(const QString &reason);

private:
    ListenAddress m_address;
    ApiServerInfo m_info;
    std::shared_ptr<const std::vector<ApiDroppedTargets>> m_dropped;
    std::shared_ptr<const std::vector<ApiSender>> m_senders;
    QThread m_thread;
    Listener *m_listener; ///< on m_thread, with which it goes
};

} // namespace sightglass
