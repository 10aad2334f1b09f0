// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serve/apiserver.h"
#include "model/presentation/programsettings.h"
#include "model/presentation/workspace.h"

#include <QObject>
#include <QString>

#include <memory>
#include <vector>

namespace sightglass {

/// The HTTP API of the window: on or off as the settings say, and what became of it. GUI thread.
class WindowApi : public QObject
{
    Q_OBJECT

public:
    /// `retention` is what the workspace's store keeps. The workspace must outlive this.
    WindowApi(Workspace *workspace, std::shared_ptr<const Clock> clock, const Retention &retention,
              QObject *parent = nullptr);
    ~WindowApi() override;

    /// Why these settings cannot be used, translated; empty where they can.
    [[nodiscard]] static QString problemWith(const ApiSettings &settings);

    /// Starts, stops or moves the server. Settings that cannot be used leave it off and say why in status().
    void apply(const ProgramSettings &settings);

    /// Who is told of alerts, for who asks.
    void setSenders(std::vector<ApiSender> senders);

    /// "listening on http://…", or why it does not; empty where it is off.
    [[nodiscard]] const QString &status() const noexcept { return m_status; }

signals:
    void statusChanged(const QString &status);

private:
    void setStatus(const QString &status);

    Workspace *m_workspace;
    std::shared_ptr<const Clock> m_clock;
    Retention m_retention;
    std::unique_ptr<ApiServer> m_server;
    std::vector<ApiSender> m_senders;
    QString m_status;
};

} // namespace sightglass
