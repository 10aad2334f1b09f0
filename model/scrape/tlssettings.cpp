// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/scrape/tlssettings.h"

#include <QSslCertificate>
#include <QSslKey>
#include <QSslSocket>

#include <string_view>

namespace sightglass {

namespace {

Error unusable(std::string_view what, const std::string &file)
{
    std::string text = "TLS with an unusable " + std::string(what);
    if (!file.empty())
        text += " in " + file;
    return {ErrorCode::Unsupported, {std::move(text)}, {}, {}};
}

QSslKey privateKey(const std::string &pem)
{
    const QByteArray bytes = QByteArray::fromStdString(pem);
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Ec, QSsl::Rsa, QSsl::Dsa}) {
        if (QSslKey key(bytes, algorithm); !key.isNull())
            return key;
    }
    return {};
}

Status setIdentity(QSslConfiguration &configuration, const TlsConfig &tls, const TlsMaterial &material)
{
    if (material.certificate.empty() && material.key.empty())
        return Done{};
    const auto chain = QSslCertificate::fromData(QByteArray::fromStdString(material.certificate));
    if (chain.isEmpty())
        return unusable("client certificate", tls.certificateFile);
    const QSslKey key = privateKey(material.key);
    if (key.isNull()) {
        const auto *file = std::get_if<SecretFile>(&tls.key);
        return unusable("client key", file ? file->path : std::string());
    }
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    return Done{};
}

/// As OpenSSL names it in its configuration files.
QByteArray versionName(TlsVersion version)
{
    switch (version) {
    case TlsVersion::Tls10:
        return QByteArrayLiteral("TLSv1");
    case TlsVersion::Tls11:
        return QByteArrayLiteral("TLSv1.1");
    case TlsVersion::Default:
    case TlsVersion::Tls12:
        return QByteArrayLiteral("TLSv1.2");
    case TlsVersion::Tls13:
        break;
    }
    return QByteArrayLiteral("TLSv1.3");
}

void setVersions(QSslConfiguration &configuration, const TlsConfig &tls)
{
    if (tls.minVersion == TlsVersion::Default && tls.maxVersion == TlsVersion::Default)
        return;
    // Qt knows single versions and "or later" only; the range is OpenSSL's to keep.
    configuration.setProtocol(QSsl::AnyProtocol);
    configuration.setBackendConfigurationOption("MinProtocol", versionName(tls.minVersion));
    if (tls.maxVersion != TlsVersion::Default)
        configuration.setBackendConfigurationOption("MaxProtocol", versionName(tls.maxVersion));
    // Versions that old sign with SHA-1, which the system's security level forbids.
    if (tls.minVersion == TlsVersion::Tls10 || tls.minVersion == TlsVersion::Tls11)
        configuration.setBackendConfigurationOption("CipherString", QByteArrayLiteral("DEFAULT@SECLEVEL=0"));
}

} // namespace

Result<QSslConfiguration> sslConfiguration(const TlsConfig &tls, const TlsMaterial &material)
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!material.ca.empty()) {
        const auto authorities = QSslCertificate::fromData(QByteArray::fromStdString(material.ca));
        if (authorities.isEmpty())
            return unusable("certificate authority", tls.caFile);
        configuration.setCaCertificates(authorities);
    }
    if (const Status identity = setIdentity(configuration, tls, material); !identity)
        return identity.error();
    setVersions(configuration, tls);
    if (tls.insecureSkipVerify)
        configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace sightglass
