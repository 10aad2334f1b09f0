// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpfetcher.h"

#include "model/scrape/httprequest.h"
#include "parser/base/durationtext.h"

#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

// A redirect's body of up to this length is read, unseen, so that the connection can be kept.
constexpr std::uint64_t skippedBodyBytes = 2048;

constexpr int statusOk = 200;

bool isRedirect(const http::ResponseHead &head)
{
    const int status = head.status;
    const bool moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
    return moved && head.fields.find("Location").has_value();
}

/// A piece of the server's own words as an argument of an error.
std::string quoted(std::string_view text)
{
    constexpr qsizetype maxQuoted = 100;
    const auto size = static_cast<qsizetype>(text.size());
    return QString::fromUtf8(text.data(), size).left(maxQuoted).trimmed().toStdString();
}

BodyCoding codingOf(const http::ResponseHead &head)
{
    return bodyCodingOf(head.fields.value("Content-Encoding"));
}

} // namespace

HttpFetcher::HttpFetcher(HttpExchange::MakeLink makeLink, QObject *parent)
    : QObject(parent)
    , m_exchange(*this, std::move(makeLink))
{
    m_timeout.setSingleShot(true);
    m_timeout.setTimerType(Qt::PreciseTimer);
    connect(&m_timeout, &QTimer::timeout, this, &HttpFetcher::onTimeout);
}

HttpFetcher::~HttpFetcher() = default;

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
    m_exchange.stop();
}

void HttpFetcher::get(const QUrl &url)
{
    m_receiver.reset();
    m_redirectTo.clear();
    m_url = url;
    m_exchange.start(url, scrapeRequest(url, m_request.timeoutMs));
}

void HttpFetcher::onTimeout()
{
    conclude(Error{ErrorCode::ScrapeTimedOut, {formatDurationMs(m_request.timeoutMs)}, {}, {}});
}

std::optional<Error> HttpFetcher::headError(const http::BodyFraming &framing) const
{
    if (m_head.status != statusOk) {
        std::string text = std::to_string(m_head.status);
        if (!m_head.reason.empty())
            text += ' ' + quoted(m_head.reason);
        return Error{ErrorCode::HttpStatus, {std::move(text)}, {}, {}};
    }
    const bool plain = codingOf(m_head) == BodyCoding::Plain && framing.end == http::BodyEnd::Length;
    if (plain && m_request.bodySizeLimit > 0 && framing.length >= m_request.bodySizeLimit)
        return bodyTooLarge(m_request.bodySizeLimit);
    return std::nullopt;
}

std::optional<Error> HttpFetcher::contentTypeError() const
{
    const std::string_view type = m_head.fields.value("Content-Type");
    if (expositionFormatOf(type))
        return std::nullopt;
    if (type.empty())
        return Error{ErrorCode::ContentTypeMissing, {}, {}, {}};
    return Error{ErrorCode::UnsupportedContentType, {quoted(type)}, {}, {}};
}

void HttpFetcher::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    m_head = std::move(head);
    if (isRedirect(m_head)) {
        redirect(framing);
        return;
    }
    if (auto error = headError(framing)) {
        conclude(*std::move(error));
        return;
    }
    m_receiver.emplace(codingOf(m_head), m_request.bodySizeLimit, std::move(m_request.buffer));
}

std::size_t HttpFetcher::answerGoesOn(std::string_view piece)
{
    if (!m_receiver)
        return 0;
    const std::size_t before = m_receiver->body().size();
    if (const Status taken = m_receiver->receive(piece); !taken) {
        conclude(taken.error());
        return 0;
    }
    const std::size_t unpacked = m_receiver->body().size() - before;
    // Only a page with content needs to be of a known type; hang up on another one early.
    if (before == 0 && unpacked > 0) {
        if (auto error = contentTypeError()) {
            conclude(*std::move(error));
            return 0;
        }
    }
    return unpacked;
}

void HttpFetcher::answerEnds()
{
    if (!m_receiver) {
        followRedirect();
        return;
    }
    if (const Status complete = m_receiver->finish(); !complete) {
        conclude(complete.error());
        return;
    }
    const auto format = expositionFormatOf(m_head.fields.value("Content-Type"));
    conclude(FetchedPage{m_receiver->takeBody(), format.value_or(ExpositionFormat::PrometheusText)});
}

void HttpFetcher::answerFails(const Error &error)
{
    if (m_redirectTo.isEmpty())
        conclude(error);
    else
        followRedirect();
}

void HttpFetcher::redirect(const http::BodyFraming &framing)
{
    if (++m_redirects > maxRedirects) {
        conclude(Error{ErrorCode::TooManyRedirects, {std::to_string(maxRedirects)}, {}, {}});
        return;
    }
    auto to = redirectTarget(m_url, m_head.fields.value("Location"), m_request.url);
    if (!to) {
        conclude(std::move(to).error());
        return;
    }
    m_redirectTo = *std::move(to);
    const bool readable = framing.end == http::BodyEnd::None || framing.end == http::BodyEnd::Length;
    if (!readable || framing.length > skippedBodyBytes)
        followRedirect();
}

void HttpFetcher::followRedirect()
{
    get(QUrl(m_redirectTo));
}

void HttpFetcher::conclude(Result<FetchedPage> result)
{
    m_timeout.stop();
    m_exchange.stop();
    m_receiver.reset();
    const Done done = std::exchange(m_done, nullptr);
    if (done)
        done(std::move(result));
}

} // namespace sightglass
