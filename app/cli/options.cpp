// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/options.h"

#include "model/scrape/maskedaddress.h"
#include "parser/base/durationtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstdio>
#include <string>

namespace sightglass {

std::optional<std::int64_t> durationOption(const QString &text)
{
    bool isNumber = false;
    const double seconds = text.toDouble(&isNumber);
    if (isNumber) {
        constexpr double longest = 365.0 * 24 * 3600;
        return seconds > 0 && seconds <= longest ? std::optional(qRound64(seconds * 1000)) : std::nullopt;
    }
    const auto milliseconds = parseDurationMs(text.toStdString());
    return milliseconds && *milliseconds > 0 ? milliseconds : std::nullopt;
}

std::optional<QSize> sizeOption(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^(\\d{1,5})(?:x(\\d{1,5}))?$"));
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr int smallest = 200;
    constexpr int largest = 16384;
    const int width = match.captured(1).toInt();
    const bool hasHeight = match.hasCaptured(2);
    const int height = hasHeight ? match.captured(2).toInt() : 0;
    if (width < smallest || width > largest || (hasHeight && (height < smallest || height > largest)))
        return std::nullopt;
    return QSize(width, height);
}

std::optional<std::vector<TargetConfig>> targetOptions(const QStringList &addresses, QString &bad)
{
    std::vector<TargetConfig> targets;
    for (const QString &address : addresses) {
        TargetConfig target;
        target.url = targetUrlFromInput(address);
        // A bare word is a mistyped verb rather than a host: who means a host says its port or scheme.
        static const QRegularExpression bareWord(QStringLiteral("^[A-Za-z][A-Za-z0-9_-]*$"));
        const bool isBareWord = bareWord.match(address).hasMatch() && address != QLatin1String("localhost");
        if (!target.url.isValid() || (isBareWord && targetKind(target.url) == TargetKind::Http)) {
            bad = maskedAddress(address);
            return std::nullopt;
        }
        targets.push_back(target);
    }
    return targets;
}

std::optional<promql::Features> featuresOption(const QString &text, QString &bad)
{
    promql::Features features;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const std::string name = part.trimmed().toStdString();
        const auto known =
            std::find_if(promql::featureSwitches.begin(), promql::featureSwitches.end(),
                         [&name](const promql::FeatureSwitch &feature) { return feature.name == name; });
        if (name == "all") {
            features = promql::Features::all();
        } else if (known != promql::featureSwitches.end()) {
            features.*(known->member) = true;
        } else {
            bad = part.trimmed();
            return std::nullopt;
        }
    }
    return features;
}

QString featureNames()
{
    QStringList names;
    for (const promql::FeatureSwitch &feature : promql::featureSwitches)
        names << QString::fromUtf8(feature.name.data(), static_cast<qsizetype>(feature.name.size()));
    return names.join(QStringLiteral(", "));
}

void printError(const QString &message)
{
    std::fprintf(stderr, "sightglass: %s\n", qUtf8Printable(message));
}

void printLine(const QString &line)
{
    std::fprintf(stdout, "%s\n", qUtf8Printable(line));
    std::fflush(stdout);
}

void printBytes(std::string_view bytes)
{
    std::fwrite(bytes.data(), 1, bytes.size(), stdout);
    std::fflush(stdout);
}

} // namespace sightglass
