// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/targetconfig.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace sightglass {

namespace {

constexpr std::int64_t defaultTimeoutMs = 10'000; // Prometheus' global.scrape_timeout

/// The address as Prometheus has it in __address__: no default port is added, IPv6 stands in brackets.
std::string addressOf(const QUrl &url)
{
    QString host = url.host();
    if (host.contains(QLatin1Char(':')))
        host = QLatin1Char('[') + host + QLatin1Char(']');
    if (url.port() >= 0)
        host += QLatin1Char(':') + QString::number(url.port());
    return host.toStdString();
}

} // namespace

std::int64_t effectiveIntervalMs(const TargetConfig &config) noexcept
{
    return std::clamp(config.intervalMs, minScrapeIntervalMs, maxScrapeIntervalMs);
}

std::int64_t effectiveTimeoutMs(const TargetConfig &config) noexcept
{
    const std::int64_t interval = effectiveIntervalMs(config);
    const std::int64_t wanted = config.timeoutMs > 0 ? config.timeoutMs : defaultTimeoutMs;
    return std::min(wanted, interval);
}

bool isScrapeUrl(const QUrl &url)
{
    const bool http = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return url.isValid() && http && !url.host().isEmpty();
}

Labels targetLabels(const TargetConfig &config)
{
    const std::string address = addressOf(config.url);
    const QString name = config.name.trimmed();
    std::vector<Label> labels{{"job", name.isEmpty() ? address : name.toStdString()}, {"instance", address}};
    for (const LabelView label : config.labels) {
        if (!label.name.starts_with("__"))
            labels.push_back(static_cast<Label>(label));
    }
    return Labels(std::move(labels));
}

QString displayUrl(const QUrl &url)
{
    return url.toDisplayString(QUrl::PrettyDecoded);
}

QUrl targetUrlFromInput(const QString &input)
{
    QString text = input.trimmed();
    if (!text.contains(QLatin1String("://")))
        text.prepend(QLatin1String("http://"));
    QUrl url(text, QUrl::TolerantMode);
    if (!isScrapeUrl(url))
        return {};
    url.setFragment(QString());
    if (url.path().isEmpty())
        url.setPath(QStringLiteral("/metrics"));
    return url;
}

} // namespace sightglass
