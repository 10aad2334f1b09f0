// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/configuredtargets.h"

#include "model/scrape/maskedaddress.h"
#include "model/scrape/relabeling.h"
#include "model/scrape/scrapeurl.h"
#include "parser/base/durationtext.h"
#include "parser/base/quoting.h"

#include <QSet>
#include <QUrlQuery>

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace sightglass {

namespace {

constexpr std::string_view hiddenPrefix = "__";
constexpr std::string_view paramPrefix = "__param_";

/// Where the configuration sets no limit: a page of this size is held in memory.
constexpr std::uint64_t unlimitedBodySize = std::uint64_t{256} << 20U;

std::string_view valueOf(const std::vector<Label> &labels, std::string_view name)
{
    const auto at =
        std::find_if(labels.begin(), labels.end(), [name](const Label &label) { return label.name == name; });
    return at == labels.end() ? std::string_view() : std::string_view(at->value);
}

void setIfEmpty(std::vector<Label> &labels, std::string_view name, std::string value)
{
    if (!valueOf(labels, name).empty())
        return;
    std::erase_if(labels, [name](const Label &label) { return label.name == name; });
    labels.push_back({std::string(name), std::move(value)});
}

std::string yesOrNo(bool value)
{
    return value ? "true" : "false";
}

/// Section 8.1.
std::vector<Label> discoveredLabels(const ScrapeConfig &config, const TargetGroup &group,
                                    const std::string &address)
{
    std::vector<Label> labels = group.labels;
    std::erase_if(labels, [](const Label &label) { return label.name == "__address__"; });
    labels.push_back({"__address__", address});
    setIfEmpty(labels, "job", config.jobName);
    setIfEmpty(labels, "__scrape_interval__", formatDurationMs(config.intervalMs));
    setIfEmpty(labels, "__scrape_timeout__", formatDurationMs(config.timeoutMs));
    setIfEmpty(labels, "__metrics_path__", config.metricsPath);
    setIfEmpty(labels, "__scheme__", config.scheme);
    const SampleRules &samples = config.samples;
    setIfEmpty(labels, "__scrape_native_histograms__", yesOrNo(samples.scrapeNativeHistograms));
    setIfEmpty(labels, "__always_scrape_classic_histograms__",
               yesOrNo(samples.alwaysScrapeClassicHistograms));
    setIfEmpty(labels, "__convert_classic_histograms_to_nhcb__", yesOrNo(samples.convertClassicHistograms));
    for (const auto &[name, values] : config.params) {
        if (!values.empty())
            setIfEmpty(labels, std::string(paramPrefix) + name, values.front());
    }
    return labels;
}

/// An address with a user before the host, and what is shown in its place.
struct AddressMask
{
    std::string address; ///< empty: nothing is to be masked
    std::string masked;

    explicit AddressMask(const std::string &discovered)
    {
        if (discovered.find('@') == std::string::npos)
            return;
        address = discovered;
        masked = maskedAddress(QString::fromStdString(discovered)).toStdString();
    }

    void apply(std::vector<Label> &labels) const
    {
        if (address.empty())
            return;
        for (Label &label : labels) {
            for (std::size_t at = label.value.find(address); at != std::string::npos;
                 at = label.value.find(address, at + masked.size()))
                label.value.replace(at, address.size(), masked);
        }
    }
};

/// Discovered labels as they may be shown.
Labels shownLabels(std::vector<Label> labels, const AddressMask &mask)
{
    mask.apply(labels);
    for (Label &label : labels) {
        const bool isParameter = label.name.starts_with(paramPrefix);
        if (isParameter && isSecretParameter(QString::fromStdString(label.name.substr(paramPrefix.size()))))
            label.value = "***";
        // Of a URL that was asked for targets: its query may hold secrets under any name.
        if (label.name == "__meta_url")
            label.value.erase(std::min(label.value.find('?'), label.value.size()));
    }
    return Labels(std::move(labels));
}

/// Makes one target of relabelled labels, step by step; the first thing that is wrong is its problem.
class TargetMaker
{
public:
    TargetMaker(const ScrapeConfig &config, std::vector<Label> labels)
        : m_config(config)
        , m_labels(std::move(labels))
    {}

    Result<TargetConfig> make()
    {
        if (const auto problem = takeAddress())
            return *problem;
        if (const auto problem = takeTimes())
            return *problem;
        if (const auto problem = takeSettings())
            return *problem;
        const std::string address(valueOf(m_labels, "__address__"));
        setIfEmpty(m_labels, "instance", address);
        AddressMask(address).apply(m_labels);
        std::erase_if(m_labels, [](const Label &label) { return label.name.starts_with(hiddenPrefix); });
        const auto invalid = std::find_if(m_labels.begin(), m_labels.end(),
                                          [](const Label &label) { return !isValidUtf8(label.value); });
        if (invalid != m_labels.end())
            return problemOf("invalid label value for " + goQuoted(invalid->name) + ": " +
                             goQuoted(invalid->value));
        m_target.name = QString::fromStdString(m_config.jobName);
        m_target.labels = Labels(m_labels);
        m_target.id = QString::fromStdString(m_config.jobName + " " + m_target.labels.toString() + " ") +
                      m_target.url.toString(QUrl::FullyEncoded);
        return std::move(m_target);
    }

private:
    /// What cannot be asked has at least a host to be shown with.
    static std::string hostShown(std::string address)
    {
        address.erase(0, address.rfind('@') + 1);
        address.resize(std::min(address.find_first_of(": [%"), address.size()));
        return address.empty() ? "invalid" : address;
    }

    static Error problemOf(std::string text) { return {ErrorCode::ConfigValue, {std::move(text)}, {}, {}}; }

    std::optional<Error> takeAddress()
    {
        const std::string address(valueOf(m_labels, "__address__"));
        if (address.empty())
            return problemOf("no address");
        if (address.find('/') != std::string::npos)
            return problemOf(goQuoted(address) + " is not a valid hostname");
        const std::string scheme(valueOf(m_labels, "__scheme__"));
        std::string path(valueOf(m_labels, "__metrics_path__"));
        if (!path.starts_with('/'))
            path.insert(0, 1, '/');
        const std::string socket(valueOf(m_labels, "__unix_socket__"));
        const std::string shown = maskedAddress(QString::fromStdString(address)).toStdString();
        const ScrapeUrl asked{scheme, shown, path, parameters()};
        const std::string problem = addressProblem(asked);
        QUrl url(QString::fromStdString(scheme + "://" + (problem.empty() ? address : hostShown(shown))));
        url.setPath(QString::fromStdString(path), QUrl::DecodedMode);
        url.setQuery(query(asked));
        if (targetKind(url) != TargetKind::Http)
            return problemOf("no target: " + scheme + "://" + shown);
        m_target.scrapeUrl = scrapeUrlText(asked);
        if (!problem.empty())
            m_target.refused = problemOf(problem);
        const bool overHttp = socket.empty() || m_target.refused;
        m_target.url = overHttp
                           ? url
                           : targetUrlFromInput(QString::fromStdString("unix:" + socket + ":") +
                                                url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority));
        // A configuration's paths do not lead from where the program was started.
        if (!targetKind(m_target.url) || !(overHttp || socket.starts_with('/')))
            return problemOf("no target: unix:" + socket);
        return std::nullopt;
    }

    /// Sorted by name, as Prometheus sends it; the first value of each is the label's.
    [[nodiscard]] std::vector<std::pair<std::string, std::vector<std::string>>> parameters() const
    {
        std::vector<std::pair<std::string, std::vector<std::string>>> params = m_config.params;
        for (const Label &label : m_labels) {
            if (!label.name.starts_with(paramPrefix))
                continue;
            const std::string name = label.name.substr(paramPrefix.size());
            const auto known = std::find_if(params.begin(), params.end(),
                                            [&name](const auto &param) { return param.first == name; });
            if (known == params.end())
                params.push_back({name, {label.value}});
            else if (known->second.empty())
                known->second = {label.value};
            else
                known->second.front() = label.value;
        }
        std::sort(params.begin(), params.end());
        return params;
    }

    static QUrlQuery query(const ScrapeUrl &asked)
    {
        QUrlQuery query;
        for (const auto &[name, values] : asked.parameters) {
            for (const std::string &value : values)
                query.addQueryItem(encoded(name), encoded(value));
        }
        return query;
    }

    static QString encoded(const std::string &text)
    {
        return QString::fromLatin1(QUrl::toPercentEncoding(QString::fromStdString(text)));
    }

    std::optional<Error> takeTimes()
    {
        const std::string intervalText(valueOf(m_labels, "__scrape_interval__"));
        const std::string timeoutText(valueOf(m_labels, "__scrape_timeout__"));
        const auto interval = parseDurationMs(intervalText);
        const auto timeout = parseDurationMs(timeoutText);
        if (!interval)
            return problemOf("error parsing scrape interval: not a valid duration string: " +
                             goQuoted(intervalText));
        if (*interval == 0)
            return problemOf("scrape interval cannot be 0");
        if (!timeout)
            return problemOf("error parsing scrape timeout: not a valid duration string: " +
                             goQuoted(timeoutText));
        if (*timeout == 0)
            return problemOf("scrape timeout cannot be 0");
        if (*timeout > *interval)
            return problemOf("scrape timeout cannot be greater than scrape interval (" +
                             goQuoted(timeoutText) + " > " + goQuoted(intervalText) + ")");
        m_target.intervalMs = *interval;
        m_target.timeoutMs = *timeout;
        return std::nullopt;
    }

    std::optional<Error> takeSettings()
    {
        m_target.client = m_config.client;
        m_target.protocols = m_config.protocols;
        m_target.fallbackProtocol = m_config.fallbackProtocol;
        m_target.nameEscaping = m_config.nameEscaping;
        m_target.enableCompression = m_config.enableCompression;
        m_target.samples = m_config.samples;
        if (m_target.samples.limits.bodySize == 0)
            m_target.samples.limits.bodySize = unlimitedBodySize;
        const std::pair<std::string_view, bool *> switches[] = {
            {"__scrape_native_histograms__", &m_target.samples.scrapeNativeHistograms},
            {"__always_scrape_classic_histograms__", &m_target.samples.alwaysScrapeClassicHistograms},
            {"__convert_classic_histograms_to_nhcb__", &m_target.samples.convertClassicHistograms},
        };
        for (const auto &[name, value] : switches) {
            const std::string_view text = valueOf(m_labels, name);
            if (text != "true" && text != "false")
                return problemOf("error parsing " + std::string(name) + ": invalid value " + goQuoted(text));
            *value = text == "true";
        }
        return std::nullopt;
    }

    const ScrapeConfig &m_config;
    std::vector<Label> m_labels;
    TargetConfig m_target;
};

/// Section 5: all targets of the job fail while there are too many.
void keepToLimit(std::vector<TargetConfig> &targets, std::uint64_t limit)
{
    if (limit == 0 || targets.size() <= limit)
        return;
    const std::string text = "target_limit exceeded (number of targets: " + std::to_string(targets.size()) +
                             ", limit: " + std::to_string(limit) + ")";
    for (TargetConfig &target : targets)
        target.refused = Error{ErrorCode::ConfigValue, {text}, {}, {}};
}

/// The problem with the place of its group: in the configuration, or in what discovery found it in.
Error placed(Error problem, const TargetGroup &group)
{
    const bool isStatic = group.source.find_first_not_of("0123456789") == std::string::npos;
    if (isStatic) {
        problem.position = group.position;
        return problem;
    }
    // "file:2" is the file's third group.
    std::string text = group.source.substr(0, group.source.rfind(':'));
    if (group.position.line > 0)
        text += ':' + std::to_string(group.position.line) + ':' + std::to_string(group.position.column);
    return {ErrorCode::ConfigValue, {text + ": " + plainText(problem)}, {}, {}};
}

} // namespace

Result<ConfiguredTargets> configuredTargets(const ScrapeConfig &config, std::span<const TargetGroup> groups)
{
    const Result<Relabeling> relabeling = Relabeling::compile(config.relabelRules);
    if (!relabeling)
        return relabeling.error();
    ConfiguredTargets configured;
    configured.dropped.jobName = config.jobName;
    QSet<QString> known;
    const auto drop = [&](Labels discovered) {
        DroppedTargets &dropped = configured.dropped;
        ++dropped.count;
        const std::uint64_t kept = config.samples.limits.keepDroppedTargets;
        if (kept == 0 || dropped.kept.size() < kept)
            dropped.kept.push_back(std::move(discovered));
    };
    for (const TargetGroup &group : groups) {
        for (const std::string &address : group.addresses) {
            std::vector<Label> labels = discoveredLabels(config, group, address);
            Labels discovered = shownLabels(labels, AddressMask(address));
            if (relabeling->apply(labels) == RelabelVerdict::Drop || labels.empty()) {
                drop(std::move(discovered));
                continue;
            }
            Result<TargetConfig> target = TargetMaker(config, std::move(labels)).make();
            if (!target) {
                configured.problems.push_back(placed(std::move(target).error(), group));
                continue;
            }
            if (!known.contains(target->id)) {
                known.insert(target->id);
                if (target->refused)
                    configured.problems.push_back(placed(*target->refused, group));
                target->discoveredLabels = std::move(discovered);
                configured.targets.push_back(*std::move(target));
            }
        }
    }
    keepToLimit(configured.targets, config.samples.limits.targets);
    return configured;
}

} // namespace sightglass
