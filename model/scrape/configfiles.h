// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/rulefilereading.h"
#include "parser/base/result.h"
#include "parser/config/prometheusconfig.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sightglass {

/// A problem of one file.
struct FileProblem
{
    QString file;
    Error error; ///< with the place in it, where there is one

    friend bool operator==(const FileProblem &, const FileProblem &) = default;
};

/// A file's whole text. Blocks. Errors: FileUnreadable, also for what is no regular file or larger than
/// `maxBytes`.
[[nodiscard]] Result<std::string> readTextFile(const QString &path, qint64 maxBytes);

/// The regular files that a pattern of a configuration names (see filepattern.h), sorted. Blocks.
[[nodiscard]] QStringList matchingFiles(const std::string &pattern);

/// What a followed file is.
enum class FollowedKind : std::uint8_t
{
    Configuration, ///< a prometheus.yml
    Rules          ///< a rule file by itself
};

/// A followed file with the files that it names, as it stood on disk at one time.
struct ConfigFiles
{
    FollowedKind kind = FollowedKind::Configuration;
    PrometheusConfig config;
    QStringList ruleFiles;              ///< there are at present
    std::vector<RuleFileContent> rules; ///< of these, in the same order
    QStringList watched;                ///< everything that was read, and the folders of patterns
    std::optional<FileProblem> problem; ///< then the rest is of no meaning
};

/// Reads it and everything it names, all or nothing, as Prometheus reloads (scraping reference, section 12);
/// but a rule file that is broken has its problems for itself. What turns out to be a rule file is read as
/// one. Blocks.
[[nodiscard]] ConfigFiles readConfigFiles(const QString &path, const promql::Features &ruleFeatures = {});

/// Whether a path is none but a pattern of files, see matchingFiles(). Blocks.
[[nodiscard]] bool isPatternOfFiles(const QString &path);

/// The same of a rule file that no prometheus.yml names, or of all that match where it is a pattern:
/// `problem` is the first of their problems, or that none matches. Blocks.
[[nodiscard]] ConfigFiles readRuleFileAlone(const QString &path, const promql::Features &ruleFeatures = {});

} // namespace sightglass
