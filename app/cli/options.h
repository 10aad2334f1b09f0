// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"
#include "parser/promql/features.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>
#include <string_view>
#include <vector>

namespace sightglass {

/// The exit codes of the program.
enum class ExitCode
{
    Done = 0,
    Failed = 1,
    Usage = 2
};

/// "20s", "1m30s", "500ms" or a plain number of seconds, as milliseconds > 0.
[[nodiscard]] std::optional<std::int64_t> durationOption(const QString &text);

/// "1600x1000", or "1600" for a width whose height is the content's (height 0). Between 200 and 16,384
/// pixels.
[[nodiscard]] std::optional<QSize> sizeOption(const QString &text);

/// One target per address. Empty, with the offending address in `bad`, when one of them is not usable.
[[nodiscard]] std::optional<std::vector<TargetConfig>> targetOptions(const QStringList &addresses,
                                                                     QString &bad);

/// "promql-experimental-functions,use-start-timestamps", Prometheus' names of its feature switches; "all";
/// "" for none. Empty, with the unknown name in `bad`, otherwise.
[[nodiscard]] std::optional<promql::Features> featuresOption(const QString &text, QString &bad);

/// The names that featuresOption() takes, with ", " between them.
[[nodiscard]] QString featureNames();

/// Writes a line to the standard error stream, prefixed with the program's name.
void printError(const QString &message);

/// Writes a line to the standard output stream.
void printLine(const QString &line);

/// Writes these very bytes to the standard output stream.
void printBytes(std::string_view bytes);

} // namespace sightglass
