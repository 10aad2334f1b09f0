// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/demoprocess.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace sightglass::demo {

QString DemoProcess::binary()
{
    return QStringLiteral(SIGHTGLASS_BIN_DIR "/sightglass-demo");
}

DemoProcess::DemoProcess(const QString &stateDir, const QStringList &arguments)
{
    const QStringList always{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                             QStringLiteral("--state-dir"), stateDir};
    m_process.start(binary(), always + arguments);
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 10'000 && !m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(1000) && m_process.state() == QProcess::NotRunning)
            return;
    }
    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
    const QString prefix = QStringLiteral("metrics at ");
    if (line.startsWith(prefix))
        m_url = line.mid(prefix.size());
}

DemoProcess::~DemoProcess()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(3000))
        m_process.kill();
    m_process.waitForFinished(3000);
}

DemoProcess::Response DemoProcess::get(const QString &path) const
{
    return ask(path, Verb::Get);
}

DemoProcess::Response DemoProcess::post(const QString &path) const
{
    return ask(path, Verb::Post);
}

DemoProcess::Response DemoProcess::ask(const QString &path, Verb verb) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(m_url).resolved(QUrl(path)));
    request.setTransferTimeout(5000);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
    QNetworkReply *reply = verb == Verb::Get ? manager.get(request) : manager.post(request, QByteArray());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply->readAll()};
}

} // namespace sightglass::demo
