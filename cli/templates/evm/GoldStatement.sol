    /// @notice What a gold claim says, typed. Contributor root and count are 0 where the grader proves.
    struct Statement {
        uint256 scope;
        uint256 nullifier;
        uint256 message;
        uint256 amount;
        uint256 contributorRoot;
        uint256 contributorCount;
        uint256 goldCommitment;
        uint256 upperBound;
        uint256 goldCount;
        uint256 tolerance;
        uint256 answerCommitment;
    }

    /// @notice Whether a proof holds for a statement.
    /// @param statement The statement. Fields that do not fit their places in `terms` are refused.
    /// @param proof A, B, C as EIP-197 words.
    function verifyStatement(Statement calldata statement, uint256[8] calldata proof) external view returns (bool) {
        uint256 small = statement.upperBound | statement.goldCount | statement.tolerance | statement.contributorCount;
        if (small >> 32 != 0) return false;
        return this.verifyProof(
            [proof[0], proof[1]],
            [[proof[2], proof[3]], [proof[4], proof[5]]],
            [proof[6], proof[7]],
            [
                statement.scope,
                statement.nullifier,
                statement.message,
                statement.amount,
                statement.contributorRoot,
                statement.goldCommitment,
                statement.upperBound | (statement.goldCount << 32) | (statement.tolerance << 64)
                    | (statement.contributorCount << 96),
                statement.answerCommitment
            ]
        );
    }

