// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/targets/targetpage.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace sightglass {

class FieldHint;
class PathEdit;

/// What a target's certificate is held against, and the certificate that we show.
class TlsPage : public TargetPage
{
    Q_OBJECT

public:
    explicit TlsPage(const TargetConfig &config, QWidget *parent = nullptr);

    void apply(TargetEdit &edit) const override;
    [[nodiscard]] QString problem() const override;
    [[nodiscard]] bool isUsed(const TargetConfig &config) const override;
    [[nodiscard]] bool isForHttp() const override { return true; }

private:
    TlsConfig m_tls; ///< as it was
    PathEdit *m_ca;
    PathEdit *m_certificate;
    PathEdit *m_key;
    QLineEdit *m_serverName;
    QComboBox *m_minVersion;
    QCheckBox *m_skip;
    FieldHint *m_warning;
};

} // namespace sightglass
