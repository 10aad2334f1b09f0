// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpexchange.h"

#include "model/scrape/httprequest.h"
#include "model/scrape/tcplink.h"

#include <QPointer>

#include <utility>

namespace sightglass {

namespace {

// Of one turn of the event loop. Pieces are small, so that even a bomb, a thousand times as long unpacked,
// ends its turn soon after the limit.
constexpr std::size_t turnWireBytes = 64 * 1024;
constexpr std::size_t turnUnpackedBytes = 1024 * 1024;

HttpExchange::Link makeTcpLink(const QUrl &url)
{
    return HttpExchange::Link(new TcpLink(url));
}

} // namespace

HttpExchange::HttpExchange(AnswerSink &sink, MakeLink makeLink, QObject *parent)
    : QObject(parent)
    , m_sink(sink)
    , m_makeLink(makeLink ? std::move(makeLink) : makeTcpLink)
{}

HttpExchange::~HttpExchange()
{
    dropLink();
}

void HttpExchange::start(const QUrl &url, const QByteArray &request)
{
    stop();
    ++m_round;
    m_request = request;
    m_reader.emplace("GET"); // an answer to POST ends as one to GET
    if (m_link && !sameOrigin(m_linkUrl, url))
        dropLink();
    m_linkUrl = url;
    m_reused = m_link != nullptr;
    if (m_reused)
        send();
    else
        connectAnew();
}

void HttpExchange::stop()
{
    if (!m_reader)
        return;
    m_reader.reset();
    ++m_round;
    dropLink();
}

void HttpExchange::hangUp()
{
    stop();
    dropLink();
}

void HttpExchange::connectAnew()
{
    dropLink();
    m_reused = false;
    m_link = m_makeLink(m_linkUrl);
    connect(m_link.get(), &HttpLink::opened, this, &HttpExchange::send);
    connect(m_link.get(), &HttpLink::readable, this, [this] { byLink([this] { onReadable(); }); });
    connect(m_link.get(), &HttpLink::closed, this, [this] { byLink([this] { onClosed(); }); });
    connect(m_link.get(), &HttpLink::failed, this,
            [this](const Error &error) { byLink([&] { onFailed(error); }); });
    m_link->open();
}

void HttpExchange::send()
{
    m_link->write(m_request);
}

/// Knows that the link must not be destroyed meanwhile.
template<typename Call>
void HttpExchange::byLink(Call call)
{
    const QPointer<HttpExchange> alive(this);
    ++m_linkCalls;
    call();
    if (alive)
        --m_linkCalls;
}

void HttpExchange::onReadable()
{
    if (m_reader)
        pump();
    else
        dropLink(); // nobody asked
}

void HttpExchange::onClosed()
{
    m_closed = true;
    if (!m_reader)
        dropLink();
    else
        pump();
}

void HttpExchange::onFailed(const Error &error)
{
    if (!m_reader)
        dropLink();
    else if (!retries())
        tellFailure(error);
}

bool HttpExchange::retries()
{
    // Servers close idle connections when they like: no answer at all to a request over a kept one says
    // nothing.
    if (!m_reused || m_reader->begun())
        return false;
    connectAnew();
    return true;
}

void HttpExchange::pump()
{
    std::size_t wire = 0;
    m_spent = 0;
    while (wire < turnWireBytes && m_spent < turnUnpackedBytes) {
        const qint64 got = m_link->read(m_piece.data(), static_cast<qint64>(m_piece.size()));
        if (got <= 0)
            break;
        wire += static_cast<std::size_t>(got);
        if (!take({m_piece.data(), static_cast<std::size_t>(got)}))
            return;
    }
    if (m_link->bytesAvailable() > 0) {
        pumpLater();
        return;
    }
    if (!m_closed || retries())
        return;
    const Status end = m_reader->close();
    if (end)
        finish(false);
    else
        tellFailure(end.error());
}

void HttpExchange::pumpLater()
{
    // Posted, not by a timer of 0 ms: those wait for as long as any socket has something to say.
    QMetaObject::invokeMethod(
        this,
        [this, round = m_round] {
            if (m_reader && round == m_round)
                pump();
        },
        Qt::QueuedConnection);
}

/// Calls the sink. False where the exchange is over afterwards, or even this object: nothing of it may be
/// touched then.
template<typename Tell>
bool HttpExchange::tell(Tell told)
{
    const QPointer<HttpExchange> alive(this);
    const std::uint64_t round = m_round;
    told(m_sink);
    return alive && round == m_round;
}

/// False as tell().
bool HttpExchange::take(std::string_view bytes)
{
    using Event = http::ResponseReader::Event;
    for (;;) {
        const auto event = m_reader->next(bytes);
        if (!event) {
            tellFailure(event.error());
            return false;
        }
        bool goesOn = true;
        switch (*event) {
        case Event::NeedsBytes:
            return true;
        case Event::Head:
            goesOn =
                tell([this](AnswerSink &sink) { sink.answerBegins(m_reader->head(), m_reader->framing()); });
            break;
        case Event::Data: {
            std::size_t cost = 0;
            goesOn = tell([&](AnswerSink &sink) { cost = sink.answerGoesOn(m_reader->data()); });
            if (goesOn)
                m_spent += cost;
            break;
        }
        case Event::End:
            finish(m_reader->keepsConnection() && bytes.empty() && m_link->bytesAvailable() == 0);
            return false;
        }
        if (!goesOn)
            return false;
    }
}

void HttpExchange::tellFailure(const Error &error)
{
    const Error told = error; // it may belong to the reader
    stop();
    static_cast<void>(tell([&told](AnswerSink &sink) { sink.answerFails(told); }));
}

void HttpExchange::finish(bool reusable)
{
    m_reader.reset();
    ++m_round;
    if (!reusable || m_closed)
        dropLink();
    static_cast<void>(tell([](AnswerSink &sink) { sink.answerEnds(); }));
}

void HttpExchange::dropLink()
{
    m_closed = false;
    if (!m_link)
        return;
    m_link->disconnect(this);
    m_link->abort();
    // Left to the event loop only where it must be: at the thread's end there is none that would do it.
    if (m_linkCalls > 0)
        m_link.release()->deleteLater();
    else
        m_link.reset();
}

} // namespace sightglass
