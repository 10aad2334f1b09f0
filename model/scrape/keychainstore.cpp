// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/keychainstore.h"

#include <QByteArray>
#include <QMetaObject>
#include <qt6keychain/keychain.h>

#include <utility>

namespace sightglass {

namespace {

/// Takes the result of a job to the thread that asked, as a connection does: dropped when its receiver is
/// gone.
class KeychainReply : public QObject
{
    Q_OBJECT

signals:
    void finished(int error, const QString &reason, const QByteArray &secret);
};

QString reasonOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return QStringLiteral("the secret store holds no such secret");
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return QStringLiteral("the secret store denied access");
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return QStringLiteral("no secret store is running");
    default:
        // What libsecret says where nobody answers, "Unknown error", is no help.
        return QStringLiteral("the secret store does not answer; is a keyring or wallet running? (%1)")
            .arg(job.errorString().left(200));
    }
}

QByteArray secretOf(const QKeychain::Job &job)
{
    const auto *const reading = qobject_cast<const QKeychain::ReadPasswordJob *>(&job);
    return reading ? reading->binaryData() : QByteArray();
}

/// Starts `job` on the thread of `store`; `finished` is told there, where the context lives.
template<typename MakeJob, typename Finished>
void run(QObject &store, QObject *context, MakeJob makeJob, Finished finished)
{
    auto *reply = new KeychainReply;
    QObject::connect(reply, &KeychainReply::finished, context, std::move(finished), Qt::QueuedConnection);
    reply->moveToThread(store.thread());
    QMetaObject::invokeMethod(
        &store,
        [&store, reply, makeJob = std::move(makeJob)] {
            reply->setParent(&store);
            QKeychain::Job *job = makeJob();
            job->setParent(reply);
            job->setAutoDelete(false);
            QObject::connect(job, &QKeychain::Job::finished, reply, [reply](QKeychain::Job *ended) {
                emit reply->finished(ended->error(), reasonOf(*ended), secretOf(*ended));
                reply->deleteLater();
            });
            job->start();
        },
        Qt::QueuedConnection);
}

Status written(int error, const QString &reason)
{
    if (error == QKeychain::NoError)
        return Done{};
    return Error{ErrorCode::Unsupported, {reason.toStdString()}, {}, {}};
}

} // namespace

KeychainStore::KeychainStore(QString service, QObject *parent)
    : QObject(parent)
    , m_service(std::move(service))
{}

void KeychainStore::read(const std::string &key, QObject *context, Read done)
{
    const auto makeJob = [service = m_service, key] {
        auto *job = new QKeychain::ReadPasswordJob(service);
        job->setKey(QString::fromStdString(key));
        return job;
    };
    run(*this, context, makeJob,
        [key, done = std::move(done)](int error, const QString &reason, const QByteArray &secret) {
            if (error == QKeychain::NoError)
                done(secret.toStdString());
            else
                done(Error{ErrorCode::FileUnreadable, {"the secret " + key, reason.toStdString()}, {}, {}});
        });
}

void KeychainStore::write(const std::string &key, const std::string &secret, QObject *context, Written done)
{
    const auto makeJob = [service = m_service, key, secret] {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setKey(QString::fromStdString(key));
        job->setBinaryData(QByteArray::fromStdString(secret));
        return job;
    };
    run(*this, context, makeJob,
        [done = std::move(done)](int error, const QString &reason) { done(written(error, reason)); });
}

void KeychainStore::remove(const std::string &key, QObject *context, Written done)
{
    const auto makeJob = [service = m_service, key] {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setKey(QString::fromStdString(key));
        return job;
    };
    run(*this, context, makeJob, [done = std::move(done)](int error, const QString &reason) {
        done(written(error == QKeychain::EntryNotFound ? QKeychain::NoError : error, reason));
    });
}

} // namespace sightglass

#include "keychainstore.moc"
