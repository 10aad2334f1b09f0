// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretwriter.h"
#include "widgets/targets/targetpage.h"

#include <QDialog>

#include <utility>
#include <vector>

class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace sightglass {

class AuthenticationPage;
class FieldHint;
class SecretEdit;

/// Edits one target: address, name and times, and on request everything else. Not modal: open() it and listen
/// for submitted(). Says at once what is wrong and only lets a usable target through. Typed secrets go into
/// the secret store before the target is submitted; where that fails the dialog stays, says why, and offers
/// to keep them for this session. A dialog that goes away meanwhile leaves nothing in the store.
class TargetDialog : public QDialog
{
    Q_OBJECT

public:
    /// A target's id is made here where it has none, for its secrets' keys. `secrets` outlives this; null:
    /// what is typed is kept for the session or in files. `present` is what relabelling is tried on.
    explicit TargetDialog(const TargetConfig &config, SecretStore *secrets = nullptr,
                          std::vector<Labels> present = {}, QWidget *parent = nullptr);
    ~TargetDialog() override;

    /// The target as edited; meaningful when nothing is wrong with it. Credentials in the address are
    /// authentication, secrets in its query are parameters of the client, and so
    /// is a command with secrets in it (see keptCommand()).
    [[nodiscard]] TargetEdit edited() const;
    [[nodiscard]] TargetConfig config() const { return edited().config; }

    /// Opens the further settings.
    void showAll();

    void reject() override;

signals:
    /// Once its secrets are kept.
    void submitted(const sightglass::TargetConfig &config);

private:
    void addPages(std::vector<Labels> present, SecretStore *secrets);
    void addPage(TargetPage *page, const QString &title);
    [[nodiscard]] QFormLayout *simpleForm();
    void connectParts();
    void setExpanded(bool expanded);
    [[nodiscard]] QString hintOn(const TargetConfig &config) const;
    void validate();
    void enableTabs(const TargetConfig &config);
    void setEditable(bool editable);
    void markTabs(const TargetConfig &config);
    [[nodiscard]] QString problemOf(const TargetConfig &config) const;
    void showCredentials();
    void takeCredentials();
    void takeParameters(TargetEdit &edit) const;
    [[nodiscard]] bool isKeptCommand(const QUrl &url) const;
    void submit();
    void onWritten(const TargetConfig &config, const Status &written);
    void keepForSession();
    void undoWriting();

    TargetConfig m_config; ///< as it was
    QLineEdit *m_url;
    QLineEdit *m_name;
    QDoubleSpinBox *m_interval;
    QDoubleSpinBox *m_timeout;
    FieldHint *m_hint;
    QToolButton *m_more;
    QTabWidget *m_tabs;
    FieldHint *m_notice;
    QPushButton *m_forSession;
    QPushButton *m_ok;
    AuthenticationPage *m_authentication = nullptr;
    std::vector<std::pair<TargetPage *, QString>> m_pages; ///< with their titles
    SecretStore *m_secrets;
    SecretWriter m_writer;
    bool m_parametersForSession = false; ///< secrets in the query are not kept
    std::vector<TypedSecret> m_writing;  ///< being put into the store
};

} // namespace sightglass
