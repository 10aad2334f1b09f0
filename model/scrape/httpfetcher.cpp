// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"

#include "model/scrape/targetconfig.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QNetworkRequest>

#include <utility>

namespace sightglass {

namespace {

// The network thread may run this far ahead of us: what bounds memory when a target sends faster than we
// read.
constexpr qint64 readAheadBytes = 512 * 1024;
constexpr qsizetype maxReasonBytes = 100;

constexpr const char *sharedProperty = "sightglassShared";
constexpr const char *silentProperty = "sightglassSilent";

Error fetchError(ErrorCode code, const QString &argument)
{
    return Error{code, {argument.toStdString()}, {}, {}};
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

QString hostAndPort(const QUrl &url)
{
    const int port = url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
    return url.host() + QLatin1Char(':') + QString::number(port);
}

bool sameOrigin(const QUrl &a, const QUrl &b)
{
    return a.scheme() == b.scheme() && hostAndPort(a) == hostAndPort(b);
}

QNetworkRequest requestFor(const QUrl &url, std::int64_t timeoutMs)
{
    QUrl bare = url;
    bare.setUserInfo(QString());
    QNetworkRequest request(bare);
    const std::string_view accept = scrapeAcceptHeader();
    request.setRawHeader("Accept", QByteArray(accept.data(), static_cast<qsizetype>(accept.size())));
    // Set by hand, so that Qt leaves the body packed: it would unpack a bomb whole.
    request.setRawHeader("Accept-Encoding", acceptEncodingFor(url));
    request.setRawHeader("User-Agent", "Sightglass/" SIGHTGLASS_VERSION);
    request.setRawHeader("X-Prometheus-Scrape-Timeout-Seconds",
                         QByteArray::fromStdString(formatFloat(static_cast<double>(timeoutMs) / 1000.0)));
    if (!url.userName().isEmpty()) {
        const QByteArray pair =
            url.userName(QUrl::FullyDecoded).toUtf8() + ':' + url.password(QUrl::FullyDecoded).toUtf8();
        request.setRawHeader("Authorization", "Basic " + pair.toBase64());
    }
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    return request;
}

} // namespace

QByteArray acceptEncodingFor(const QUrl &url)
{
    const QString host = url.host();
    const bool local = host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
    return local ? QByteArrayLiteral("identity") : QByteArrayLiteral("gzip");
}

void setShared(QNetworkAccessManager &manager, bool shared)
{
    manager.setProperty(sharedProperty, shared);
}

bool hasFallenSilent(const QNetworkAccessManager &manager)
{
    return manager.property(silentProperty).toBool();
}

HttpFetcher::HttpFetcher(QNetworkAccessManager &manager, QObject *parent)
    : QObject(parent)
    , m_manager(&manager)
{
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer);
    connect(&m_timeout, &QTimer::timeout, this, &HttpFetcher::onTimeout);
}

HttpFetcher::~HttpFetcher()
{
    dropReply();
}

void HttpFetcher::start(FetchRequest request, Done done)
{
    cancel();
    m_request = std::move(request);
    m_done = std::move(done);
    m_redirects = 0;
    m_timeout.start(static_cast<int>(m_request.timeoutMs));
    get(m_request.url);
}

void HttpFetcher::cancel()
{
    m_timeout.stop();
    m_done = nullptr;
    dropReply();
}

void HttpFetcher::get(const QUrl &url)
{
    m_receiver.reset();
    m_reply = m_manager->get(requestFor(url, m_request.timeoutMs));
    m_reply->setReadBufferSize(readAheadBytes);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpFetcher::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpFetcher::onBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpFetcher::onFinished);
}

void HttpFetcher::onTimeout()
{
    // A neighbour's request behind a busy thread is not told from the culprit's: both get no headers.
    if (!m_receiver)
        leaveSilentManager();
    const std::string within = formatDurationMs(m_request.timeoutMs);
    conclude(Error{ErrorCode::ScrapeTimedOut, {within}, {}, {}});
}

void HttpFetcher::leaveSilentManager()
{
    m_manager->setProperty(silentProperty, true);
    if (!m_manager->property(sharedProperty).toBool())
        return;
    dropReply();
    m_ownManager = std::make_unique<QNetworkAccessManager>();
    m_ownManager->setProxy(QNetworkProxy::NoProxy);
    m_manager = m_ownManager.get();
}

void HttpFetcher::dropReply()
{
    if (m_reply == nullptr)
        return;
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this);
    // A reply that has failed, though it has not told of its end yet, has nothing to hang up on.
    if (reply->error() == QNetworkReply::NoError && !reply->isFinished())
        reply->abort();
    reply->deleteLater();
    // What the network thread has sent meanwhile (an error of the very connection we hung up on) finds
    // nobody: Qt would warn of a second error. Whatever it sends from here on lies behind the deletion.
    QCoreApplication::removePostedEvents(reply, QEvent::MetaCall);
}

std::optional<Error> HttpFetcher::headerError() const
{
    const int status = statusOf(*m_reply);
    if (status != 200) {
        QString reason = m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString();
        reason.truncate(maxReasonBytes);
        return fetchError(ErrorCode::HttpStatus,
                          (QString::number(status) + QLatin1Char(' ') + reason).trimmed());
    }
    const auto coding = bodyCodingOf(m_reply->rawHeader("Content-Encoding").toStdString());
    const qint64 announced = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const bool plain = coding == BodyCoding::Plain && announced > 0;
    if (plain && m_request.bodySizeLimit > 0 &&
        static_cast<std::size_t>(announced) >= m_request.bodySizeLimit)
        return bodyTooLarge(m_request.bodySizeLimit);
    return std::nullopt;
}

std::optional<Error> HttpFetcher::contentTypeError() const
{
    const QByteArray type = m_reply->rawHeader("Content-Type");
    if (expositionFormatOf(type.toStdString()))
        return std::nullopt;
    const QString named = QString::fromUtf8(type.trimmed().left(maxReasonBytes));
    return fetchError(ErrorCode::UnsupportedContentType, named.isEmpty() ? QStringLiteral("(none)") : named);
}

void HttpFetcher::onHeaders()
{
    const int status = statusOf(*m_reply);
    if (status == 0 || m_receiver)
        return;
    m_manager->setProperty(silentProperty, false); // its thread has come to the end of a header
    if (isRedirect(status) && m_reply->hasRawHeader("Location")) {
        redirect();
        return;
    }
    if (auto error = headerError()) {
        conclude(*std::move(error));
        return;
    }
    const auto coding = bodyCodingOf(m_reply->rawHeader("Content-Encoding").toStdString());
    m_receiver.emplace(coding, m_request.bodySizeLimit, std::move(m_request.buffer));
}

void HttpFetcher::redirect()
{
    const QUrl from = m_reply->url();
    QUrl to = from.resolved(QUrl::fromEncoded(m_reply->rawHeader("Location")));
    dropReply();
    if (++m_redirects > maxRedirects) {
        conclude(fetchError(ErrorCode::TooManyRedirects, QString::number(maxRedirects)));
        return;
    }
    if (!isScrapeUrl(to)) {
        conclude(
            fetchError(ErrorCode::NetworkFailed, QStringLiteral("redirected to something that is not HTTP")));
        return;
    }
    // Credentials go nowhere but where they were meant for.
    if (sameOrigin(m_request.url, to))
        to.setUserInfo(m_request.url.userInfo(QUrl::FullyEncoded), QUrl::StrictMode);
    get(to);
}

void HttpFetcher::onBytes()
{
    while (m_reply != nullptr && m_receiver) {
        const qint64 got = m_reply->read(m_piece.data(), static_cast<qint64>(m_piece.size()));
        if (got <= 0)
            return;
        const bool wasEmpty = m_receiver->body().empty();
        const Status taken = m_receiver->receive({m_piece.data(), static_cast<std::size_t>(got)});
        if (!taken) {
            conclude(taken.error());
            return;
        }
        // Only a page with content needs to be of a known type; hang up on another one early.
        if (!wasEmpty || m_receiver->body().empty())
            continue;
        if (auto error = contentTypeError()) {
            conclude(*std::move(error));
            return;
        }
    }
}

void HttpFetcher::onFinished()
{
    // Answers may come to an end without their headers having been told of: a 401, a connection closed early.
    const QNetworkReply *ended = m_reply;
    if (!m_receiver)
        onHeaders();
    if (m_reply == ended)
        onBytes();
    if (m_reply != ended)
        return;
    if (m_reply->error() != QNetworkReply::NoError || !m_receiver) {
        conclude(networkError());
        return;
    }
    const Status complete = m_receiver->finish();
    if (!complete) {
        conclude(complete.error());
        return;
    }
    const auto format = expositionFormatOf(m_reply->rawHeader("Content-Type").toStdString());
    conclude(FetchedPage{m_receiver->takeBody(), format.value_or(ExpositionFormat::PrometheusText)});
}

Error HttpFetcher::networkError() const
{
    switch (m_reply->error()) {
    case QNetworkReply::ConnectionRefusedError:
        return fetchError(ErrorCode::ConnectionRefused, hostAndPort(m_reply->url()));
    case QNetworkReply::HostNotFoundError:
        return fetchError(ErrorCode::HostNotFound, m_reply->url().host());
    case QNetworkReply::RemoteHostClosedError:
        return fetchError(ErrorCode::NetworkFailed,
                          QStringLiteral("the connection was closed before the answer was complete"));
    default:
        return fetchError(ErrorCode::NetworkFailed, m_reply->errorString().left(maxReasonBytes));
    }
}

void HttpFetcher::conclude(Result<FetchedPage> result)
{
    m_timeout.stop();
    dropReply();
    m_receiver.reset();
    const Done done = std::exchange(m_done, nullptr);
    if (done)
        done(std::move(result));
}

} // namespace sightglass
