// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/configfiles.h"

#include "model/scrape/regularfile.h"
#include "parser/config/filepattern.h"
#include "parser/config/yamlencoding.h"

#include <QDir>
#include <QFileInfo>

#include <cstdlib>
#include <string>
#include <utility>

namespace sightglass {

namespace {

constexpr qint64 maxConfigBytes = qint64{16} << 20;

std::optional<std::string> environmentValue(std::string_view name)
{
    const char *value = std::getenv(std::string(name).c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

ConfigSource sourceOf(const QString &path)
{
    return {QFileInfo(path).absolutePath().toStdString(), environmentValue};
}

} // namespace

Result<std::string> readTextFile(const QString &path, qint64 maxBytes)
{
    const auto most = static_cast<std::size_t>(maxBytes);
    Result<std::string> text = readRegularFile(path, most + 1);
    if (text && text->size() > most)
        return unreadable(path, QStringLiteral("it is larger than %1 MiB").arg(maxBytes >> 20));
    return text;
}

QStringList matchingFiles(const std::string &pattern)
{
    if (!isWildcard(pattern)) {
        const QString path = QString::fromStdString(pattern);
        return QFileInfo(path).isFile() ? QStringList{path} : QStringList();
    }
    const FilePattern parts = splitFilePattern(pattern);
    const QDir directory(QString::fromStdString(parts.directory));
    QStringList files;
    for (const QString &name : directory.entryList(QDir::Files | QDir::Hidden, QDir::Name)) {
        if (matchesFileName(parts.name, name.toStdString()))
            files += directory.filePath(name);
    }
    return files;
}

namespace {

Result<std::string> readYamlFile(const QString &path)
{
    Result<std::string> bytes = readTextFile(path, maxConfigBytes);
    return bytes ? utf8Yaml(*std::move(bytes)) : bytes;
}

RuleDefaults ruleDefaults(const PrometheusConfig &config, const promql::Features &features)
{
    return {config.evaluationIntervalMs, config.ruleQueryOffsetMs, features, Labels(config.externalLabels)};
}

/// Whether a text that is no prometheus.yml is meant to be a rule file, broken or not: no configuration has
/// this key.
bool isMeantAsRules(std::string_view text)
{
    constexpr std::string_view key = "groups:";
    const std::size_t at = text.find("\ngroups:");
    return text.substr(0, key.size()) == key || at != std::string_view::npos;
}

/// Those that the configuration names; a file that two patterns name is there once.
void readRuleFiles(ConfigFiles &files, const promql::Features &features)
{
    for (const std::string &pattern : files.config.ruleFiles) {
        files.watched += QString::fromStdString(splitFilePattern(pattern).directory);
        files.ruleFiles += matchingFiles(pattern);
    }
    files.ruleFiles.removeDuplicates();
    const RuleDefaults defaults = ruleDefaults(files.config, features);
    for (const QString &file : std::as_const(files.ruleFiles))
        files.rules.push_back(readRules(file, defaults));
    files.watched += files.ruleFiles;
}

} // namespace

bool isPatternOfFiles(const QString &path)
{
    return isWildcard(path.toStdString()) && !QFileInfo::exists(path);
}

ConfigFiles readRuleFileAlone(const QString &path, const promql::Features &ruleFeatures)
{
    ConfigFiles files;
    files.kind = FollowedKind::Rules;
    if (!isBundledRules(path) && isPatternOfFiles(path)) {
        files.config.ruleFiles = {path.toStdString()};
        readRuleFiles(files, ruleFeatures);
        if (files.rules.empty()) // told as what is wrong with a file
            files.rules.push_back(
                {path, {}, {{unreadable(path, QStringLiteral("no file matches it")), {}, {}, {}, 0, {}}}});
    } else {
        files.ruleFiles += path;
        // The folder tells of a file that was not there, or was replaced.
        if (!isBundledRules(path))
            files.watched << path << QFileInfo(path).absolutePath();
        files.rules.push_back(readRules(path, ruleDefaults(files.config, ruleFeatures)));
    }
    for (const RuleFileContent &content : files.rules) {
        if (!content.problems.empty() && !files.problem)
            files.problem = FileProblem{content.path, content.problems.front().error};
    }
    return files;
}

ConfigFiles readConfigFiles(const QString &path, const promql::Features &ruleFeatures)
{
    ConfigFiles files;
    files.watched += path;
    const auto failed = [&files](const QString &file, Error error) {
        files.problem = FileProblem{file, std::move(error)};
        return files;
    };
    Result<std::string> text = readYamlFile(path);
    if (!text)
        return failed(path, std::move(text).error());
    Result<PrometheusConfig> config = parsePrometheusConfig(*text, sourceOf(path));
    if (!config && isMeantAsRules(*text))
        return readRuleFileAlone(path, ruleFeatures);
    if (!config)
        return failed(path, std::move(config).error());
    files.config = *std::move(config);
    const auto watchFolderOf = [&files](const std::string &pattern) {
        files.watched += QString::fromStdString(splitFilePattern(pattern).directory);
    };
    for (const std::string &pattern : std::vector(files.config.scrapeConfigFiles)) {
        watchFolderOf(pattern);
        for (const QString &further : matchingFiles(pattern)) {
            files.watched += further;
            text = readYamlFile(further);
            if (!text)
                return failed(further, std::move(text).error());
            if (Status read = parseScrapeConfigFile(*text, sourceOf(further), files.config); !read)
                return failed(further, std::move(read).error());
        }
    }
    readRuleFiles(files, ruleFeatures);
    files.watched.removeDuplicates();
    return files;
}

} // namespace sightglass
