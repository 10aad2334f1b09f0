// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/httpdiscoverer.h"

#include "model/scrape/targetaddress.h"
#include "parser/base/asciicase.h"
#include "parser/base/durationtext.h"
#include "parser/base/numbertext.h"
#include "parser/base/utf8cut.h"
#include "parser/config/targetgroups.h"
#include "parser/http/messagehead.h"

#include <algorithm>
#include <climits>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr std::size_t maxAnswerBytes = std::size_t{16} << 20U;
constexpr std::int64_t maxWaitMs = 30'000;
constexpr std::size_t longestText = 1000; ///< of what is told of an answer
constexpr int statusOk = 200;

/// `application/json`, with no parameter but charset=utf-8.
bool isJson(std::string_view contentType)
{
    std::string type = asciiLower(contentType);
    std::erase_if(type, [](char c) { return c == ' ' || c == '\t' || c == '"'; });
    return type == "application/json" || type == "application/json;charset=utf-8";
}

/// In Prometheus' words. The type is as it may be shown.
/// In messages: the query may hold secrets under any name.
std::string shownWithoutQuery(const QUrl &url)
{
    return displayUrl(url.adjusted(QUrl::RemoveQuery)).toStdString();
}

Error noTargets(const std::string &contentType)
{
    return {ErrorCode::ConfigValue,
            {"not a list of targets: unsupported content type \"" + contentType + '"'},
            {},
            {}};
}

} // namespace

HttpDiscoverer::HttpDiscoverer(HttpDiscovery config, QObject *parent)
    : Discoverer(parent)
    , m_config(std::move(config))
    , m_url(QString::fromStdString(m_config.url))
    // A configuration file has no keys of a secret store.
    , m_agent(m_config.client, nullptr, *this)
{
    m_refresh.setInterval(static_cast<int>(std::clamp<std::int64_t>(m_config.refreshMs, 1, INT_MAX)));
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(static_cast<int>(std::min(m_config.refreshMs, maxWaitMs)));
    connect(&m_refresh, &QTimer::timeout, this, &HttpDiscoverer::start);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        fail({ErrorCode::ScrapeTimedOut, {formatDurationMs(m_timeout.interval())}, {}, {}});
    });
}

HttpDiscoverer::~HttpDiscoverer() = default;

void HttpDiscoverer::start()
{
    m_refresh.start();
    m_timeout.start();
    m_receiver.reset();
    m_agent.get(m_url, [this](const QUrl &) { return fields(); });
}

http::HeaderFields HttpDiscoverer::fields() const
{
    http::HeaderFields fields;
    fields.append("Accept", "application/json");
    fields.append("User-Agent", "Sightglass/" SIGHTGLASS_VERSION);
    fields.append("X-Prometheus-Refresh-Interval-Seconds",
                  formatFloat(static_cast<double>(m_config.refreshMs) / 1000));
    return fields;
}

void HttpDiscoverer::answerBegins(http::ResponseHead head, const http::BodyFraming &framing)
{
    static_cast<void>(framing);
    const std::string_view type = head.fields.value("Content-Type");
    if (head.status != statusOk)
        fail({ErrorCode::HttpStatus, {std::to_string(head.status)}, {}, {}});
    else if (!isJson(type))
        fail(noTargets(http::excerpt(m_agent.withoutSecrets(std::string(type.substr(0, longestText))))));
    else
        m_receiver.emplace(bodyCodingOf(head.fields.value("Content-Encoding")), maxAnswerBytes);
}

std::size_t HttpDiscoverer::answerGoesOn(std::string_view piece)
{
    const std::size_t before = m_receiver->body().size();
    if (const Status taken = m_receiver->receive(piece); !taken) {
        fail(taken.error());
        return 0;
    }
    return m_receiver->body().size() - before;
}

void HttpDiscoverer::answerEnds()
{
    m_timeout.stop();
    if (const Status complete = m_receiver->finish(); !complete) {
        fail(complete.error());
        return;
    }
    Result<std::vector<TargetGroup>> groups =
        parseTargetGroups(m_receiver->body(), TargetGroupFormat::Json, shownWithoutQuery(m_url));
    if (!groups) {
        fail(groups.error());
        return;
    }
    // Rules that relabel look at it; where it is shown it is without its query (see configuredTargets()).
    const std::string shown = displayUrl(m_url).toStdString();
    for (TargetGroup &group : *groups) {
        std::erase_if(group.labels, [](const Label &label) { return label.name == "__meta_url"; });
        group.labels.push_back({"__meta_url", shown});
    }
    found(*std::move(groups), {});
}

void HttpDiscoverer::answerFails(const Error &error)
{
    fail(error);
}

void HttpDiscoverer::fail(const Error &error)
{
    m_timeout.stop();
    m_agent.stop();
    std::string text = shownWithoutQuery(m_url) + ": ";
    if (error.position.line > 0) // in the answer, not in the configuration
        text += std::to_string(error.position.line) + ':' + std::to_string(error.position.column) + ": ";
    // The answer may repeat what it was asked with, and be as long as it likes.
    const std::string reason = m_agent.withoutSecrets(plainText(error));
    text += utf8Prefix(reason, longestText);
    found(groups(), {Error{ErrorCode::ConfigValue, {text}, {}, {}}});
}

} // namespace sightglass
