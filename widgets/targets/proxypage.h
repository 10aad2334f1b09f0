// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/targets/secretedit.h"

class QCheckBox;
class QLineEdit;

namespace sightglass {

class HeadersEdit;

/// The way to a target: proxy, redirects; and further headers.
class ProxyPage : public TargetPage
{
    Q_OBJECT

public:
    ProxyPage(const TargetConfig &config, SecretKeeping keeping, QWidget *parent = nullptr);

    void apply(TargetEdit &edit) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isUsed(const TargetConfig &config) const override;
    [[nodiscard]] bool isForHttp() const override { return true; }

private:
    [[nodiscard]] QWidget *proxyBox();
    void updateFields();

    QLineEdit *m_url;
    QLineEdit *m_user;
    SecretEdit *m_password;
    QLineEdit *m_noProxy;
    QCheckBox *m_fromEnvironment;
    QCheckBox *m_redirects;
    HeadersEdit *m_headers;
};

} // namespace sightglass
