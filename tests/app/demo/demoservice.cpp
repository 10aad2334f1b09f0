// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/demo/demoservice.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace sightglass::demo {

DemoService::DemoService(const QString &stateDir, const QStringList &arguments)
{
    if (!m_demo.start(arguments, stateDir))
        qWarning("%s", qPrintable(m_demo.errorText()));
}

DemoService::Response DemoService::get(const QString &path, const QByteArray &accept) const
{
    return ask(path, Verb::Get, accept);
}

DemoService::Response DemoService::post(const QString &path) const
{
    return ask(path, Verb::Post, {});
}

DemoService::Response DemoService::ask(const QString &path, Verb verb, const QByteArray &accept) const
{
    QNetworkAccessManager manager;
    QNetworkRequest request(QUrl(url()).resolved(QUrl(path)));
    request.setTransferTimeout(5000);
    if (!accept.isEmpty())
        request.setRawHeader("Accept", accept);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
    QNetworkReply *reply = verb == Verb::Get ? manager.get(request) : manager.post(request, QByteArray());
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(), reply->readAll()};
}

} // namespace sightglass::demo
