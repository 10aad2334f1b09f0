// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/senders/sendercall.h"

#include "model/scrape/httprequest.h"

#include <QMetaObject>

#include <utility>
#include <variant>

namespace sightglass {

namespace {

QUrl withPath(QUrl url, const QString &path)
{
    if (path.isEmpty())
        return url;
    QString base = url.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    url.setPath(base + path, QUrl::TolerantMode);
    return url;
}

} // namespace

SenderCall::SenderCall(SenderAddress address, HttpClientConfig client, SecretStore *secrets, QObject *parent)
    : QObject(parent)
    , m_address(std::move(address))
    , m_reader(secrets)
    , m_call(std::move(client), secrets)
{}

SenderCall::~SenderCall() = default;

void SenderCall::post(const QString &path, const std::string &json, Done done)
{
    call(path, std::move(done),
         [this, json](const QUrl &url, Done ended) { m_call.post(url, json, std::move(ended)); });
}

void SenderCall::get(const QString &path, Done done)
{
    call(path, std::move(done), [this](const QUrl &url, Done ended) { m_call.get(url, std::move(ended)); });
}

void SenderCall::call(const QString &path, Done done, Call made)
{
    if (std::holds_alternative<std::monostate>(m_address.whole)) {
        made(withPath(m_address.url, path), std::move(done));
        return;
    }
    if (isLost(m_address)) {
        QMetaObject::invokeMethod(
            this, [this, done = std::move(done)] { done(lostError(m_address)); }, Qt::QueuedConnection);
        return;
    }
    m_reader.read({m_address.whole}, [this, path, done = std::move(done),
                                      made = std::move(made)](const Result<std::vector<std::string>> &texts) {
        if (texts)
            onWhole(texts->front(), path, done, made);
        else
            done(texts.error());
    });
}

void SenderCall::onWhole(const std::string &whole, const QString &path, const Done &done, const Call &made)
{
    const QUrl url = QUrl::fromEncoded(QByteArray::fromStdString(whole), QUrl::StrictMode);
    // Settings that come from elsewhere could name any secret, and any host as the one that it is for.
    if (!url.isValid() || !sameOrigin(url, m_address.url)) {
        const std::string shown = m_address.url.toString().toStdString();
        QMetaObject::invokeMethod(
            this,
            [done, shown] {
                done(Error{ErrorCode::InvalidUrl, {"what is kept as the address at " + shown}, {}, {}});
            },
            Qt::QueuedConnection);
        return;
    }
    made(withPath(url, path), [done, url](Result<std::string> answer) {
        if (answer)
            done(std::move(answer));
        else
            done(withoutSecrets(answer.error(), url));
    });
}

} // namespace sightglass
