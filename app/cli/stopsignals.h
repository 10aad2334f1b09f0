// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

class QSocketNotifier;

namespace sightglass {

/// Makes SIGTERM, SIGINT and SIGHUP end the application's event loop, so that what is to be written at the
/// end is. One at a time; a second signal ends the process at once. Where SIGHUP means to read files again,
/// as of a server, it ends nothing.
class StopSignals : public QObject
{
    Q_OBJECT

public:
    enum class HangUp : bool
    {
        Stops,
        Reloads
    };
    explicit StopSignals(HangUp hangUp = HangUp::Stops, QObject *parent = nullptr);
    ~StopSignals() override;

signals:
    /// SIGHUP, where it reloads; several at about the same time may be one.
    void reloadWanted();

private:
    void onSignal();

    int m_ends[2] = {-1, -1};
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace sightglass
