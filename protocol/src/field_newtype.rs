//! One macro for the public values that are a field element with a meaning.

/// Declares a newtype over a field element: comparable, printed and written in JSON as its canonical decimal.
macro_rules! field_newtype {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($crate::field::Fr);

        impl $name {
            /// Takes a field element that has this meaning already.
            #[must_use]
            pub const fn from_field(value: $crate::field::Fr) -> Self {
                Self(value)
            }

            /// The field element.
            #[must_use]
            pub const fn to_field(self) -> $crate::field::Fr {
                self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(&$crate::field::fr_to_decimal(&self.0))
            }
        }

        impl ::core::fmt::Debug for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                write!(formatter, "{}({self})", stringify!($name))
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = $crate::decode_error::DecodeError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::field::fr_from_decimal(text).map(Self)
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::json::field_text::serialize(&self.0, serializer)
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::json::field_text::deserialize(deserializer).map(Self)
            }
        }
    };
}

pub(crate) use field_newtype;
