// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/secretreader.h"

#include "model/scrape/regularfile.h"

#include <QByteArray>
#include <QString>

#include <variant>

namespace sightglass {

namespace {

Result<std::string> readSecretFile(const std::string &path)
{
    const QString name = QString::fromStdString(path);
    const Result<std::string> bytes = readRegularFile(name, maxSecretFileBytes + 1);
    if (!bytes)
        return bytes;
    if (bytes->size() > maxSecretFileBytes)
        return unreadable(name, QStringLiteral("it has more than %1 bytes").arg(maxSecretFileBytes));
    return QByteArray::fromStdString(*bytes).trimmed().toStdString();
}

} // namespace

SecretReader::SecretReader(SecretStore *store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_files([this](FilesRead files) { onFiles(std::move(files)); })
{}

SecretReader::~SecretReader() = default;

void SecretReader::read(std::vector<Secret> secrets, Got got)
{
    cancel();
    m_texts.assign(secrets.size(), {});
    std::vector<std::pair<std::size_t, std::string>> keys;
    for (std::size_t i = 0; i < secrets.size(); ++i) {
        if (const auto *text = std::get_if<SecretText>(&secrets[i]))
            m_texts[i] = text->text;
        else if (const auto *file = std::get_if<SecretFile>(&secrets[i]))
            m_paths.emplace_back(i, file->path);
        else if (const auto *key = std::get_if<SecretKey>(&secrets[i]))
            keys.emplace_back(i, key->key);
    }
    m_awaited = keys.size() + (m_paths.empty() ? 0 : 1);
    if (m_awaited == 0) {
        got(std::move(m_texts));
        return;
    }
    m_got = std::move(got);
    for (const auto &[index, key] : keys)
        readKey(index, key);
    if (!m_paths.empty())
        readFiles();
}

void SecretReader::cancel()
{
    ++m_round;
    m_got = nullptr;
    m_paths.clear();
}

void SecretReader::readFiles()
{
    if (m_files.isRunning())
        return; // a file system that hangs gets one thread; onFiles() goes on
    m_files.start([round = m_round, paths = m_paths] {
        Found found;
        for (const auto &[index, path] : paths) {
            auto text = readSecretFile(path);
            if (!text)
                return FilesRead{round, std::move(text).error()};
            found.emplace_back(index, *std::move(text));
        }
        return FilesRead{round, std::move(found)};
    });
}

void SecretReader::readKey(std::size_t index, const std::string &key)
{
    const auto done = [this, index, round = m_round](Result<std::string> text) {
        if (round != m_round)
            return;
        if (text)
            take(Found{{index, *std::move(text)}});
        else
            take(std::move(text).error());
    };
    if (m_store) {
        m_store->read(key, this, done);
        return;
    }
    QMetaObject::invokeMethod(
        this,
        [done, key] {
            done(unreadable(QString::fromStdString("the secret " + key),
                            QStringLiteral("there is no secret store")));
        },
        Qt::QueuedConnection);
}

void SecretReader::onFiles(FilesRead files)
{
    if (files.round == m_round)
        take(std::move(files.found));
    else if (!m_paths.empty())
        readFiles();
}

void SecretReader::take(Result<Found> found)
{
    if (!m_got)
        return;
    if (found) {
        for (auto &[index, text] : *found)
            m_texts[index] = std::move(text);
        if (--m_awaited > 0)
            return;
    }
    const Got got = std::move(m_got);
    cancel();
    if (found)
        got(std::move(m_texts));
    else
        got(std::move(found).error());
}

} // namespace sightglass
