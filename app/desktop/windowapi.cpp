// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/windowapi.h"

#include "app/serve/tokenfile.h"
#include "app/serve/workspaceserver.h"

namespace sightglass {

WindowApi::WindowApi(Workspace *workspace, std::shared_ptr<const Clock> clock, const Retention &retention,
                     QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_clock(std::move(clock))
    , m_retention(retention)
{}

WindowApi::~WindowApi() = default;

QString WindowApi::problemWith(const ApiSettings &settings)
{
    const auto address = parseListenAddress(settings.listen);
    if (!address)
        return tr("Not an address to listen on: %1").arg(settings.listen);
    if (!address->isLoopback() && !settings.allowRemote)
        return tr("Other machines can reach %1: allow that, or listen on 127.0.0.1").arg(settings.listen);
    QString problem;
    if (!settings.tokenFile.isEmpty())
        static_cast<void>(readTokenFile(settings.tokenFile, problem));
    return problem;
}

void WindowApi::apply(const ProgramSettings &settings)
{
    m_server.reset();
    setStatus({});
    if (!settings.api.enabled)
        return;
    const QString problem = problemWith(settings.api);
    if (!problem.isEmpty()) {
        setStatus(problem);
        return;
    }
    ServeOptions options;
    options.address = parseListenAddress(settings.api.listen).value_or(ListenAddress{});
    options.query = settings.query;
    QString unread;
    if (!settings.api.tokenFile.isEmpty())
        options.token = readTokenFile(settings.api.tokenFile, unread).toStdString();
    m_server = std::make_unique<ApiServer>(std::move(options), m_clock, m_retention);
    connect(m_server.get(), &ApiServer::started, this,
            [this] { setStatus(tr("Listening on http://%1").arg(m_server->address().toString())); });
    connect(m_server.get(), &ApiServer::failed, this, [this](const QString &reason) {
        setStatus(tr("Cannot listen on %1: %2").arg(m_server->address().toString(), reason));
    });
    m_server->setSenders(m_senders);
    serveWorkspace(*m_server, *m_workspace);
    m_server->start();
}

void WindowApi::setSenders(std::vector<ApiSender> senders)
{
    m_senders = std::move(senders);
    if (m_server)
        m_server->setSenders(m_senders);
}

void WindowApi::setStatus(const QString &status)
{
    if (status == m_status)
        return;
    m_status = status;
    emit statusChanged(m_status);
}

} // namespace sightglass
