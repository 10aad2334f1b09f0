// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/config/httpclientconfig.h"
#include "widgets/targets/targetpage.h"

#include <QString>
#include <QWidget>

#include <cstdint>
#include <string>

class QComboBox;
class QLineEdit;
class QStackedWidget;

namespace sightglass {

class PathEdit;

/// Where a secret is kept.
enum class SecretPlace : std::uint8_t
{
    Store,   ///< the desktop's secret store
    Session, ///< this program's memory
    File     ///< a file that the user names
};

/// Whether secrets can be put into the secret store.
enum class SecretKeeping : std::uint8_t
{
    InStore,
    NotInStore
};

/// A password or token: typed unseen, with the choice of where it is kept, or the file that holds it. What is
/// kept already is never shown, nor anywhere in this widget; it stays until something else is typed. Another
/// place is one for what is kept, too: a secret of this session moves into the store; one in the store, which
/// is not asked for it, is to be typed again to leave it.
class SecretEdit : public QWidget
{
    Q_OBJECT

public:
    SecretEdit(const QString &name, const Secret &secret, SecretKeeping keeping, QWidget *parent = nullptr);

    /// Types it for the user: what came in an address.
    void setTyped(const QString &text);
    /// Makes this the place of what is typed, where there is nothing better.
    void setPlace(SecretPlace place);
    [[nodiscard]] SecretPlace place() const;

    /// The secret as edited. One that is to be kept in the store is put into `edit`, under a key made of
    /// `field` (see secretKeyOf()) that no secret had before.
    [[nodiscard]] Secret secret(const std::string &field, TargetEdit &edit) const;
    /// Neither kept nor typed, and no file named.
    [[nodiscard]] bool isEmpty() const;
    /// To be put into the store: typed, or of this session until now.
    [[nodiscard]] bool isForStore() const;
    [[nodiscard]] QString problem() const;

signals:
    void changed();

private:
    /// What is typed, else what is known of this session.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] bool isOfPastSession() const;
    void updatePlaceholder();

    Secret m_kept;
    QComboBox *m_place;
    QStackedWidget *m_fields;
    QLineEdit *m_text;
    PathEdit *m_file;
};

} // namespace sightglass
