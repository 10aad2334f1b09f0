// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/configfiles.h"

#include "parser/config/filepattern.h"

#include <QDir>
#include <QFile>
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
    const auto unreadable = [&path](const QString &reason) {
        return Error{ErrorCode::FileUnreadable, {path.toStdString(), reason.toStdString()}, {}, {}};
    };
    // Devices and pipes may never end, or never begin.
    if (const QFileInfo info(path); info.exists() && !info.isFile())
        return unreadable(QStringLiteral("it is not a regular file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(file.errorString());
    const QByteArray text = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(file.errorString());
    if (text.size() > maxBytes)
        return unreadable(QStringLiteral("it is larger than %1 MiB").arg(maxBytes >> 20));
    return text.toStdString();
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

ConfigFiles readConfigFiles(const QString &path)
{
    ConfigFiles files;
    files.watched += path;
    const auto failed = [&files](const QString &file, Error error) {
        files.problem = FileProblem{file, std::move(error)};
        return files;
    };
    Result<std::string> text = readTextFile(path, maxConfigBytes);
    if (!text)
        return failed(path, std::move(text).error());
    Result<PrometheusConfig> config = parsePrometheusConfig(*text, sourceOf(path));
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
            text = readTextFile(further, maxConfigBytes);
            if (!text)
                return failed(further, std::move(text).error());
            if (Status read = parseScrapeConfigFile(*text, sourceOf(further), files.config); !read)
                return failed(further, std::move(read).error());
        }
    }
    for (const std::string &pattern : files.config.ruleFiles) {
        watchFolderOf(pattern);
        files.ruleFiles += matchingFiles(pattern);
    }
    files.watched.removeDuplicates();
    return files;
}

} // namespace sightglass
